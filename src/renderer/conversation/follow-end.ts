import type { Attachment } from 'svelte/attachments';

/** How near to the end, in pixels, counts as being there. */
const NEAR = 40;

/**
 * Keeps a scroller at its end while content grows, until the reader scrolls up; then leaves it alone until
 * the reader is back at the end. Only a move upwards counts as leaving: growth alone moves the end away.
 * While there is something to scroll, the scroller can be reached with the Tab key.
 * `tell` hears whether the view follows, after every change.
 */
export function followEnd(tell: (following: boolean) => void): Attachment<HTMLElement> {
  return (scroller) => {
    let following = true;
    let lastTop = 0;
    const onScroll = () => {
      const fromEnd = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
      if (fromEnd < NEAR) following = true;
      else if (scroller.scrollTop < lastTop) following = false;
      lastTop = scroller.scrollTop;
      tell(following);
    };
    const onResize = () => {
      scroller.tabIndex = scroller.scrollHeight > scroller.clientHeight ? 0 : -1;
      if (following) scroller.scrollTop = scroller.scrollHeight;
    };
    const sizes = new ResizeObserver(onResize);
    sizes.observe(scroller);
    for (const content of scroller.children) sizes.observe(content);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  };
}
