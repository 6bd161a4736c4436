import { RouterProvider } from '@tanstack/react-router';
import { show } from '../frame/app.tsx';
import { router } from './router.tsx';

show(<RouterProvider router={router} />);
