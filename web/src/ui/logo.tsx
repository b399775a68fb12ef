/** A cloud with a lit lamp: the fair is on. */
export function Logo({ size = 28 }: { size?: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#0a5a54" />
      <path d="M9.5 21.5a4.5 4.5 0 0 1-.4-9 7 7 0 0 1 13.4-1 5 5 0 0 1 .3 10z" fill="#fff" />
      <circle cx="16" cy="16.6" r="2.6" fill="#e8590c" />
    </svg>
  );
}
