import { desktopCapturer, screen, systemPreferences } from 'electron';

/** The main screen as PNG, in its own pixels; null when the system gives no picture. */
export async function captureScreen(): Promise<Uint8Array | null> {
  // Without the permission macOS gives a picture of the empty desktop.
  if (process.platform === 'darwin' && systemPreferences.getMediaAccessStatus('screen') !== 'granted')
    return null;
  const { id, size, scaleFactor } = screen.getPrimaryDisplay();
  const sources = await desktopCapturer.getSources({
    types: ['screen'],
    thumbnailSize: {
      width: Math.round(size.width * scaleFactor),
      height: Math.round(size.height * scaleFactor),
    },
  });
  // Some X servers do not say which display a source is.
  const source = sources.find((one) => one.display_id === String(id)) ?? sources[0];
  return source && !source.thumbnail.isEmpty() ? source.thumbnail.toPNG() : null;
}
