// What links, buttons and panels of the page do in the browser.
//
// A link of class `lb-go` keeps the session: a plain one would load the page anew and lose the rows added in it. The
// browser is moved on as its own "back" button would move it, which Streamlit follows; with a modifier key it does as
// it always does. A button of class `lb-save` saves the chart as it is drawn, under its `data-name`, as its `data-kind`
// (svg or png). Streamlit draws a panel at the end of the page: the keyboard is led into it and back. The menu of a narrow window folds away once a
// view is chosen, since it covers it.
let done = 0;
// When something was last typed, and how long the page takes to send that off (ms).
let typed = 0;
const SENT = 350, LONGEST = 3000;
// How far down each address was when a link was followed from it: there "back" leads again.
const tops = new Map();
export default function ({ data }) {
  // What was just typed is sent off and drawn first: a view that is left in between would be drawn empty.
  const drawing = () => {
    const since = Date.now() - typed;
    const app = document.querySelector('[data-testid="stApp"]');
    const running = app && app.getAttribute('data-test-script-state') !== 'notRunning';
    return since < SENT || (since < LONGEST && running);
  };
  const move = (href) => {
    if (drawing()) return void setTimeout(() => move(href), 50);
    const page = document.querySelector('[data-testid="stMain"]');
    if (page) tops.set(location.href, page.scrollTop);
    history.pushState(null, '', href);
    dispatchEvent(new PopStateEvent('popstate'));
    if (page) page.scrollTo(0, 0);
  };
  // The view is drawn bit by bit: it is moved until it is long enough, or the reader moves it.
  const back = (event) => {
    const top = event.isTrusted && tops.get(location.href);
    if (!top) return;
    const here = location.href, until = Date.now() + LONGEST;
    let free = true;
    const leave = () => { free = false; };
    const moves = ['wheel', 'touchstart', 'keydown', 'mousedown'];
    moves.forEach((one) => addEventListener(one, leave, { capture: true, once: true }));
    const again = () => {
      const page = document.querySelector('[data-testid="stMain"]');
      if (page && page.scrollTop !== top) page.scrollTo(0, top);
      if (free && location.href === here && Date.now() < until) return void setTimeout(again, 50);
      moves.forEach((one) => removeEventListener(one, leave, { capture: true }));
    };
    setTimeout(again, 50);
  };
  if (data.to && data.moves > done) {
    done = data.moves;
    move(new URL(data.to, location.href).href);
  }
  const follow = (event) => {
    const link = event.target.closest && event.target.closest('a.lb-go');
    if (!link || event.defaultPrevented || event.button) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    move(link.href);
  };
  // Another page of a table begins at its head, not where its foot was.
  const turn = (event) => {
    if (!event.target.closest || !event.target.closest('[data-testid="stPagination"] button')) return;
    const main = document.querySelector('[data-testid="stMain"]');
    const table = main && main.querySelector('table');
    if (table) main.scrollBy(0, table.getBoundingClientRect().top - 120);
  };
  const give = (blob, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const save = (event) => {
    const button = event.target.closest && event.target.closest('button.lb-save');
    const drawn = button && document.querySelector('[data-testid="stVegaLiteChart"] svg.marks');
    if (!drawn) return;
    const name = button.getAttribute('data-name');
    const svg = new Blob([drawn.outerHTML], { type: 'image/svg+xml' });
    if (button.getAttribute('data-kind') === 'svg') return give(svg, name);
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * picture.width;
      canvas.height = 2 * picture.height;
      const pen = canvas.getContext('2d');
      pen.fillStyle = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => give(blob, name));
      URL.revokeObjectURL(picture.src);
    };
    picture.src = URL.createObjectURL(svg);
  };
  const hush = (event) => {
    const told = document.activeElement;
    if (event.key === 'Escape' && told && told.matches('.lb-hint, .lb-badge')) told.blur();
  };
  const inside = () => document.querySelector('[data-testid="stPopoverBody"]');
  const stops = (panel) => [...panel.querySelectorAll('input, button, textarea, a[href]')].filter(
    (one) => !one.disabled && one.tabIndex >= 0 && one.offsetParent,
  );
  let opener = null;
  const enter = (event) => {
    const button = event.target.closest && event.target.closest('[data-testid="stPopoverButton"]');
    if (!button || (event.key !== 'Enter' && event.key !== ' ')) return;
    let tries = 40;
    const look = () => {
      const panel = inside();
      // Its parts come one by one, skeletons in place of those to come.
      const first = panel && !panel.querySelector('[data-testid="stSkeleton"]') && stops(panel)[0];
      if (first) {
        opener = button;
        first.focus();
      } else if (tries--) setTimeout(look, 50);
    };
    setTimeout(look, 50);
  };
  const stay = (event) => {
    const panel = inside();
    if (!panel || !panel.contains(document.activeElement)) return;
    if (event.key === 'Escape') setTimeout(() => inside() || (opener && opener.focus()), 300);
    if (event.key !== 'Tab') return;
    const all = stops(panel);
    const edge = event.shiftKey ? all[0] : all[all.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? all[all.length - 1] : all[0]).focus();
  };
  // Streamlit does so itself where it takes the browser for a phone's, not in a narrow window or one that is zoomed in.
  const fold = (event) => {
    if (!event.target.closest || !event.target.closest('[data-testid="stSidebarNavLink"]')) return;
    setTimeout(() => {
      const open = document.querySelector('[data-testid="stSidebar"][data-collapsed="false"]');
      if (open) open.querySelector('[data-testid="stSidebarCollapseButton"] button').click();
    }, 200);
  };
  const type = () => { typed = Date.now(); };
  const gone = new AbortController();
  const hear = (kind, what, capture = false) => addEventListener(kind, what, { capture, signal: gone.signal });
  hear('popstate', back);
  hear('input', type, true);
  hear('keydown', enter, true);
  [stay, hush].forEach((what) => hear('keydown', what));
  [follow, turn, save, fold].forEach((what) => hear('click', what));
  return () => gone.abort();
}
