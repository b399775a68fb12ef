/** After a refused form: brings the first field with an error into view and gives it the focus. */
export function showFirstFault(): void {
  // The messages are drawn with the next frame.
  requestAnimationFrame(() => {
    const first =
      document.querySelector<HTMLElement>('form [aria-invalid="true"]') ??
      document.querySelector<HTMLElement>('form .mantine-InputWrapper-error');
    first?.scrollIntoView({ block: 'center' });
    if (first?.matches('input, textarea, button, select')) first.focus({ preventScroll: true });
  });
}
