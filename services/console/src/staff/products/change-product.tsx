import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Product } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { kinds } from '../../names/product-words.ts';
import { ProductFields } from './product-fields.tsx';
import { emptyProduct, productBody, type ProductForm } from './product-form.ts';
import { texts } from './texts.ts';
import { useProductKind } from './use-product-kinds.ts';

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Adds a product, and opens its page. */
export function CreateProduct({ open, onClose }: DrawerProps) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<ProductForm>();
  const { all } = useProductKind(Form.useWatch('kind', form));
  const change = useChange(
    async (said: ProductForm, key) => {
      const { kind, code, draft = false } = said;
      const body = { ...productBody(said, all), kind, draft, ...(code && { code }) };
      const { id } = await answer(api.booking.POST('/v1/products', { body, headers: changing(key) }));
      await navigate({ to: '/products/$productId', params: { productId: id } });
    },
    { touches: [['booking', 'product']], done: t('created') },
  );
  return (
    <FormDrawer
      title={t('create')}
      name="create-product"
      {...{ open, onClose, form, change }}
      initial={emptyProduct}
      width={760}
    >
      <ProductFields />
    </FormDrawer>
  );
}

/** Changes what a product says. */
export function ChangeProduct({ product, open, onClose }: DrawerProps & { readonly product: Product }) {
  const t = texts.use();
  const [form] = Form.useForm<ProductForm>();
  const { code: _code, ...opened } = useAsOpened(product, open);
  const { id: productId, version, kind: said } = opened;
  const { all } = useProductKind(said);
  const change = useChange(
    (entered: ProductForm, key) =>
      answer(
        api.booking.PUT('/v1/products/{productId}', {
          params: { path: { productId } },
          body: productBody(entered, all),
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'product']], done: t('created') },
  );
  const kind = kinds.find((one) => one === said);
  return (
    <FormDrawer<ProductForm>
      title={t('change')}
      name={`change-product-${productId}`}
      version={version}
      {...{ open, onClose, form, change }}
      {...(kind && { initial: { ...opened, kind } })}
      width={760}
    >
      <Form.Item name="kind" hidden>
        <Input />
      </Form.Item>
      <ProductFields fixedKind />
    </FormDrawer>
  );
}
