import { show } from '../frame/app.tsx';

show(<p>portal</p>);
