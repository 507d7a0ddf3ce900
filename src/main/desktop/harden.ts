import { app, type Session, type WebContents } from 'electron';
import { APP_ORIGIN, AUDIO_PAGE } from './app-origin';

/**
 * Closes what our pages never need (anchors.md C.1): navigation, new windows, webviews, downloads, devices, and
 * every permission but the microphone for the audio page.
 */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    const audioOnly =
      'mediaTypes' in details && details.mediaTypes?.every((type) => type === 'audio') === true;
    decide(
      isOurs(details.requestingUrl) &&
        isOurs(contents?.getURL()) &&
        (isSpeakerChoice(permission) ||
          (permission === 'media' && audioOnly && contents?.getURL() === AUDIO_PAGE)),
    );
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    if (!isOurs(origin)) return false;
    return isSpeakerChoice(permission) || (permission === 'media' && details.mediaType !== 'video');
  });
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

/** Guards every page that is ever made, whoever makes it. */
export function hardenPages(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stop = (event: { preventDefault(): void }) => event.preventDefault();
    contents.on('will-navigate', stop);
    contents.on('will-redirect', stop);
    contents.on('will-frame-navigate', stop);
    contents.on('will-attach-webview', stop);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
  });
}

function isOurs(address: string | undefined): boolean {
  return address === APP_ORIGIN || address?.startsWith(`${APP_ORIGIN}/`) === true;
}

/** Choosing the output device for our own audio. */
function isSpeakerChoice(permission: string): boolean {
  return permission === 'speaker-selection';
}
