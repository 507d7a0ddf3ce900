/** Scheme of Parley's pages. */
export const APP_SCHEME = 'app';
/** The one origin of Parley's pages. */
export const APP_ORIGIN = `${APP_SCHEME}://parley`;
/** The one page that may open a microphone. */
export const AUDIO_PAGE = `${APP_ORIGIN}/audio.html`;

/** Sent with every page and file: own origin only, nothing inline, no plug-ins, no frames (anchors.md C.1). */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
