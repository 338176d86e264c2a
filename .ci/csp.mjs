/**
 * What the studio's page may load: its own files and nothing else. Inline styles are Monaco's need; scripts, workers and requests stay
 * on the page's own origin, so a policy text never leaves the machine.
 */
const RULES = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** For a <meta> tag, where frame-ancestors has no effect. */
export const CONTENT_SECURITY_META = RULES.join('; ');

/** For the HTTP header. */
export const CONTENT_SECURITY_HEADER = [...RULES, "frame-ancestors 'none'"].join('; ');
