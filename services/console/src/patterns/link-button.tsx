import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';

interface LookProps extends Omit<ButtonProps, 'type'> {
  /** What the button looks like; its `type` the router keeps to itself. */
  readonly look?: 'primary' | 'text';
}

function LookingButton({ look, ...props }: LookProps) {
  return <Button {...props} {...(look && { type: look })} />;
}

/** A way to another page that looks like a button: a real link, to open beside, too. */
export const LinkButton = createLink(LookingButton);
