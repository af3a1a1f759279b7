/** How far from the viewport a widget begins to load, in pixels. */
const margin = 400;

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls back once, when an element is near the viewport: at once where it is there already, without waiting for a frame. */
export function whenNear(element: Element, onNear: () => void): void {
  const { top, bottom, height } = element.getBoundingClientRect();
  if (height && bottom > -margin && top < innerHeight + margin) {
    onNear();
    return;
  }
  waiting.set(element, onNear);
  observer ??= new IntersectionObserver(
    (entries, self) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        self.unobserve(target);
        waiting.get(target)?.();
      }
    },
    { rootMargin: `${margin}px` },
  );
  observer.observe(element);
}
