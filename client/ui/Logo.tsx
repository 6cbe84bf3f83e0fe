/** Law and its branches; decoration beside the name. */
export const Logo = () => (
  <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="var(--logo)" />
    <path d="M9 9l7 7m0 0l8-5m-8 5l-5 8m5-8l7 7" stroke="var(--logo-ink)" strokeWidth="2" fill="none" />
    <g fill="var(--logo-ink)">
      <circle cx="9" cy="9" r="3" />
      <circle cx="24" cy="11" r="2.6" />
      <circle cx="11" cy="24" r="2.6" />
      <circle cx="23" cy="23" r="2.6" />
      <circle cx="16" cy="16" r="4" />
    </g>
  </svg>
);
