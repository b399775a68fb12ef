/** The two ends of what a fair is looked at with. */
export const phone = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

export const desk = { viewport: { width: 1440, height: 900 } };
