import type { ComponentProps } from 'react';
import { Looks } from '../../frame/looks.tsx';
import { EnrolmentStep } from './enrolment-step.tsx';

/** The step that draws a QR code, in antd's looks: before the sign-in nothing else has them. */
export function EnrolmentPart(props: ComponentProps<typeof EnrolmentStep>) {
  return (
    <Looks>
      <EnrolmentStep {...props} />
    </Looks>
  );
}
