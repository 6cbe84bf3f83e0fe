/** The element Sigma draws into. Creates the stage once and tears it down with the component; draws nothing itself. */
import { useEffect, useRef } from 'react';
import { createStage, type Stage, type StageOptions } from '#client/sigma/stage.ts';

export const GraphStage = ({
  options,
  onStage,
  label,
  description,
}: {
  options: StageOptions;
  onStage: (stage: Stage | null) => void;
  label: string;
  description: string;
}) => {
  const element = useRef<HTMLDivElement>(null);
  const first = useRef(options);
  const tell = useRef(onStage);
  useEffect(() => {
    if (element.current === null) return undefined;
    const stage = createStage(element.current, first.current);
    tell.current(stage);
    return () => {
      tell.current(null);
      stage.kill();
    };
  }, []);
  return <div ref={element} className="graph-stage" role="img" aria-label={label} aria-description={description} />;
};
