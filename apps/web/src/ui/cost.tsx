/** The price in a word or two, its basis below: catalogue costs read "short: basis" or "short（basis）". */
export function Cost({ text }: { text: string }) {
  const [, short, basis] = /^([^:（。.]{1,24})(?::\s|（|。|\.\s)(.+?)）?$/su.exec(text) ?? [];
  if (short === undefined || basis === undefined) return <>{text}</>;
  return (
    <>
      <b>{short}</b>
      <small>{basis}</small>
    </>
  );
}
