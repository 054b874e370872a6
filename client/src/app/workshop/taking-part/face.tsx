// A face that is sad (-1), neutral or happy (1).

export function Face({ mood }: { mood: number }) {
  const at = 15 - mood * 0.6;
  return (
    <svg class="face-picture" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="8.2" cy="9.4" r="1.4" />
      <circle cx="15.8" cy="9.4" r="1.4" />
      <path d={`M7 ${at}Q12 ${at + mood * 5.4} 17 ${at}`} />
    </svg>
  );
}
