// A reading of a clock: digits of one width, so that nothing shifts; the colon in its own, narrower form.

export function Digits({ text }: { text: string }) {
  return (
    <>
      {text.split(/(:)/).map((part, index) =>
        part === ":" ? (
          part
        ) : (
          <span key={index} class="figures">
            {part}
          </span>
        ),
      )}
    </>
  );
}
