// Show the note of the number that has the focus or the pointer. Escape hides it; it stays while
// the pointer is on it. Without this script the notes stand at the end of the page.
document.documentElement.classList.add("scripted");
{
  let shown = null, timer = 0;
  const numbered = at => at instanceof Element && at.closest("[aria-describedby]");
  const stay = () => { clearTimeout(timer); timer = 0 };
  const hide = () => { stay(); if (shown) shown.classList.remove("shown"); shown = null };
  const show = number => {
    const note = document.getElementById(number.getAttribute("aria-describedby"));
    stay();
    if (note === shown) return;
    hide();
    shown = note;
    note.classList.add("shown");
    const at = number.getBoundingClientRect(), size = note.getBoundingClientRect();
    const page = document.documentElement;
    const left = Math.max(4, Math.min(at.left, page.clientWidth - size.width - 4));
    const below = at.bottom + 4 + size.height <= page.clientHeight || at.top < size.height + 4;
    note.style.left = `${left + scrollX}px`;
    note.style.top = `${(below ? at.bottom + 4 : at.top - size.height - 4) + scrollY}px`;
  };
  const leave = () => {
    timer ||= setTimeout(() => {
      timer = 0;
      const number = shown && numbered(document.activeElement);
      if (number) show(number); else hide();
    }, 400);
  };
  const meet = event => {
    const number = numbered(event.target);
    if (number) show(number);
    else if (shown && shown.contains(event.target)) stay();
    else if (shown) leave();
  };
  addEventListener("mouseover", meet);
  addEventListener("focusin", meet);
  addEventListener("focusout", () => shown && leave());
  addEventListener("keydown", event => { if (event.key === "Escape") hide() });
}
