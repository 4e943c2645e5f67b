import type { Page } from '@playwright/test';

/** How many frames a dark page drew while it was loaded, and the brightest one's mean (0 black to 255 white). */
export type DarkFrames = { frames: number; brightest: number };

/** Loads an address anew with the dark theme chosen, and looks at every frame that was drawn. */
export async function darkFrames(page: Page, url: string): Promise<DarkFrames> {
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  const pictures: string[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 50, everyNthFrame: 1 });
  await page.reload();
  await page.waitForLoadState('networkidle');
  await session.send('Page.stopScreencast');
  await session.detach();
  const reader = await page.context().newPage();
  const means = await reader.evaluate(meansOf, pictures);
  await reader.close();
  return { frames: means.length, brightest: Math.max(...means) };
}

/** Runs in an empty page, which can read a picture. */
async function meansOf(pictures: readonly string[]): Promise<number[]> {
  const means: number[] = [];
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const brush = new OffscreenCanvas(16, 16).getContext('2d');
    brush?.drawImage(image, 0, 0, 16, 16);
    const pixels = [...(brush?.getImageData(0, 0, 16, 16).data ?? [])];
    const colours = pixels.filter((_, at) => at % 4 !== 3);
    means.push(colours.reduce((sum, value) => sum + value, 0) / colours.length);
  }
  return means;
}
