/* shown: leak 12 */
int
f0(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(p);
	p = *out;
	p = get();
	put(p);
	q = get();
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: bad 13 */
static struct thing *
h1_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

static void
h1_1(struct thing *t, int c)
{
	if (c == 1)
		put(t);
}

int
f1(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = h1_0(a);
	h1_1(q, 1);
	for (j = 0; j < 3; j++)
		put(v[j]);
	if (q != NULL) {
		put(q);
	}
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 19 24; bad 39; later-leak 19 24 */
int
f2(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (i = 0; i < 2; i++) {
		if (a && b < 2) {
			put(p);
		}
		put(p);
		if (!flag)
			break;
	}
	if (a > b) {
		return (err);
	}
	p = get();
	if (p == NULL) {
		goto out;
	}
	for (j = 0; j < a; j++) {
		p = get();
		if (p == NULL) {
			err = -1;
			continue;
		}
		if (a > b)
			continue;
	}
out:
	if (p != NULL) {
		put(p);
	}
	if (err != 0) {
		put(q);
	}
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 17 */
static struct thing *
h3_0(void)
{
	return (get());
}

static int
h3_1(struct box *x, int c)
{
	if (c == 2)
		return (0);
	x->one = h3_0();
	return (x->one != NULL);
}

int
f3(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	flag = h3_1(&s, b);
	use(p);
	*out = get();
	put(q);
	switch (b) {
	case 0:
		use(*out);
		break;
	case 1:
		q = get();
	default:
		err = 0;
		break;
	}
	if (s.one != NULL) {
		put(s.one);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 10 */
static int
h4_0(struct thing **where, int c)
{
	if (c == 0)
		return (-1);
	*where = get();
	if (*where == NULL)
		return (-1);
	return (0);
}

int
f4(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	use(p);
	q = NULL;
	err = h4_0(&q, a);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 */
int
f5(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

again:
	p = get();
	use(p);
	return (err);
	q = get();
	if (err != 0)
		put(q);
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 17 */
static void
h6_0(struct thing *t, int c)
{
	if (c == 1)
		put(t);
}

int
f6(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (b) {
	case 0:
		s.one = NULL;
		break;
	case 1:
		q = get();
		break;
	default:
		for (i = 0; i < 3; i++) {
			v[i] = get();
			if (v[i] == NULL)
				break;
		}
		break;
	}
	h6_0(q, b);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 15 */
static int
h7_0(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

int
f7(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (j = 0; j < 3; j++) {
		put(v[j]);
		v[j] = NULL;
	}
	err = h7_0(q, a);
	if (err != 0)
		q = NULL;
	p = get();
	if (p == NULL) {
		return (err);
	}
	box->one = get();
	if (box->one == NULL) {
		err = -1;
		goto out;
	}
out:
	if (err != 0)
		put(q);
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f8(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (i = 0; i < 2; i++) {
		v[2] = NULL;
		put(p);
		v[2] = q;
	}
	use(q);
	goto out;
	for (j = 0; j < b; j++) {
		p = p;
	}
	if (err != 0) {
		p = get();
		if (p == NULL) {
			return (0);
		}
	}
out:
	put(q);
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f9(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (b > 1) {
		put(p);
		p = NULL;
	}
	if (flag) {
		switch (a) {
		case 0:
			s.one = get();
			if (s.one == NULL) {
				err = -1;
				return (err);
			}
			break;
		case 1:
			if (a) {
				flag = 0;
				p = get();
			}
			break;
		default:
			p = get();
			if (p == NULL) {
				goto out;
			}
			break;
		}
	}
out:
	put(q);
	q = NULL;
	if (flag) {
		put(p);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f10(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->many[1] = q;
	if (a == 2 || q == NULL) {
		if (s.one != NULL) {
			put(s.one);
		}
		use(p);
	} else {
		q = q;
		q = get();
		if (q == NULL) {
			return (-1);
		}
	}
	put(s.one);
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 13 */
int
f11(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a == 1) {
		q = get();
	} else {
		p = p;
	}
	q = get();
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 24 29 */
int
f12(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (b) {
	case 0:
		*out = NULL;
		break;
	case 1:
		if (b > 1) {
			put(p);
			p = NULL;
		}
		break;
	default:
		if (a && b < 2) {
			flag = 1;
		}
		break;
	}
	p = get();
	if (p == NULL) {
		goto out;
	}
	q = q;
	q = get();
	if (q == NULL) {
		return (err);
	}
out:
	put(s.one);
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 12 */
static int
h13_0(struct thing **where, int c)
{
	if (c == 0)
		return (-1);
	*where = get();
	if (*where == NULL)
		return (-1);
	return (0);
}

static int
h13_1(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

int
f13(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->many[1] = p;
	p = NULL;
	p = NULL;
	err = h13_0(&p, b);
	q = get();
	err = h13_1(p, a);
	if (err != 0)
		p = NULL;
	q = NULL;
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 16 20; bad 34; later-leak 16 */
static struct thing *
h14_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f14(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (q != NULL) {
		q = get();
		if (q == NULL) {
			err = -1;
			return (err);
		}
		q = h14_0(1);
	}
	p = get();
	if (p == NULL) {
		return (err);
	}
	q = get();
	if (q == NULL) {
		goto out;
	}
	for (i = 0; i < 2; i++) {
		p = NULL;
		if (a > b) {
			break;
			q = get();
			if (q == NULL) {
				err = -1;
				return (err);
			}
		}
		put(q);
	}
out:
	put(p);
	p = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 14 21 */
int
f15(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(q);
	switch (b) {
	case 0:
		return (err);
		break;
	case 1:
		*out = get();
		if (*out == NULL) {
			err = -1;
			return (err);
		}
		break;
	default:
		s.one = get();
		if (s.one == NULL) {
			err = -1;
			return (-1);
		}
		break;
	}
	if (b > 1) {
		*out = NULL;
	} else {
		*out = get();
		if (*out == NULL) {
			err = -1;
			goto out;
		}
		return (0);
	}
out:
	if (b > 1) {
		put(q);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f16(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	goto out;
	s.one = get();
out:
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: bad 11 */
int
f17(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = get();
	put(p);
	if (a && b < 2) {
		put(p);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 25 */
int
f18(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = NULL;
	q = NULL;
	if (!flag) {
		switch (a) {
		case 0:
			switch (a) {
			case 0:
				put(q);
			case 1:
				p = p;
				break;
			default:
				q = NULL;
				break;
			}
			break;
		case 1:
			p = get();
			if (p == NULL) {
				err = -1;
				return (err);
			}
			break;
		default:
			s.one = NULL;
			break;
		}
		p = s.one;
	} else {
		err = 1;
		p = NULL;
	}
	if (a == 2 || q == NULL) {
		put(v[1]);
		v[1] = NULL;
	}
	put(p);
	p = NULL;
	if (a && b < 2) {
		put(q);
	}
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 10 */
static void
h19_0(struct thing *t)
{
	put(t);
}

static int
h19_1(struct thing *t, int c)
{
	if (c > 0) {
		h19_0(t);
		return (1);
	}
	return (0);
}

static void
h19_2(struct box *x)
{
	put(x->one);
	x->one = NULL;
}

int
f19(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a == 1) {
		flag = h19_1(q, a);
		q = get();
		if (q == NULL) {
			err = -1;
			goto out;
		}
	}
	h19_2(box);
out:
	if (a == 2 || p == NULL) {
		put(p);
	}
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static struct thing *
h20_0(struct thing *t)
{
	use(t);
	return (t);
}

int
f20(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (!flag) {
		put(p);
	}
	return (0);
	q = get();
	if (q == NULL) {
		err = -1;
		return (err);
	}
	q = h20_0(q);
	for (j = 0; j < 3; j++)
		put(v[j]);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f21(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (flag) {
		put(p);
		p = NULL;
	}
	goto out;
	switch (b) {
	case 0:
		p = get();
		if (p == NULL) {
			return (-1);
		}
		break;
	case 1:
		goto out;
		break;
	default:
		if (a && b < 2) {
			if (q != NULL) {
				err = a;
			} else {
				q = p;
			}
		} else {
			flag = 0;
			switch (b) {
			case 0:
				goto out;
			case 1:
				err = a;
				break;
			default:
				v[0] = get();
				if (v[0] == NULL) {
					err = -1;
					return (-1);
				}
				break;
			}
		}
		break;
	}
out:
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f22(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = NULL;
	if (a == 1) {
		if (a && b < 2) {
			put(p);
		}
		use(p);
	}
	flag = a;
	put(p);
	if (s.one != NULL) {
		put(s.one);
		s.one = NULL;
	}
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 9 10 */
static struct thing *
h23_0(void)
{
	return (get());
}

static int
h23_1(struct box *x, int c)
{
	if (c == 2)
		return (0);
	x->one = h23_0();
	return (x->one != NULL);
}

static int
h23_2(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

int
f23(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = get();
	flag = h23_1(&s, a);
	q = get();
	if (q == NULL) {
		err = -1;
		return (0);
	}
	err = h23_2(p, a);
	*out = get();
	if (*out == NULL) {
		return (0);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f24(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (i = 0; i < b; i++) {
		q = p;
	}
	box->one = NULL;
	put(q);
	q = NULL;
	return (0);
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 10 14 19 37; bad 49; later-leak 14 19 */
static int
h25_0(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f25(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (b) {
	case 0:
		err = h25_0(&s);
	case 1:
		for (i = 0; i < a; i++) {
			if (a) {
				p = get();
				if (p == NULL) {
					err = -1;
					return (-1);
				}
				p = get();
				if (p == NULL) {
					err = -1;
					return (err);
				}
			}
			if (q != NULL) {
				put(q);
				q = NULL;
			}
			if (p != NULL) {
				use(p);
			}
			if (!flag)
				break;
		}
		break;
	default:
		q = get();
		break;
	}
	p = get();
	if (p == NULL) {
		err = -1;
		return (0);
	}
	goto out;
out:
	put(p);
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 */
int
f26(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (i = 0; i < 3; i++) {
		v[i] = get();
		if (v[i] == NULL)
			break;
	}
	goto out;
	if (a) {
		p = get();
		if (p == NULL) {
			err = -1;
			return (err);
		}
	}
	use(p);
	*out = q;
	q = NULL;
out:
	if (err != 0)
		put(q);
	if (s.one != NULL) {
		put(s.one);
		s.one = NULL;
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 16 */
static struct thing *
h27_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f27(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (a) {
	case 0:
		put(p);
		break;
	case 1:
		use(p);
	default:
		for (i = 0; i < 3; i++) {
			v[i] = get();
			if (v[i] == NULL)
				break;
		}
		break;
	}
	q = q;
	p = p;
	if (a) {
		q = box->one;
	} else {
		return (0);
		p = h27_0(a);
	}
	if (a == 1) {
		put(s.one);
	}
	put(s.one);
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 10 14 */
static struct thing *
h28_0(struct thing *t)
{
	use(t);
	return (t);
}

static int
h28_1(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f28(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = NULL;
	p = h28_0(p);
	q = get();
	if (q == NULL) {
		return (err);
	}
	err = h28_1(&s);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f29(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->many[1] = q;
	if (q != NULL) {
		put(q);
		if (!flag) {
			p = p;
			put(p);
			p = NULL;
		} else {
			v[1] = get();
			if (v[1] == NULL) {
				return (-1);
			}
		}
	}
	use(box->one);
	q = NULL;
	if (s.one != NULL) {
		put(s.one);
		s.one = NULL;
	}
	if (q != NULL) {
		put(q);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 11 */
static struct thing *
h30_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f30(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->one = q;
	s.one = NULL;
	use(p);
	p = h30_0(1);
	*out = q;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f31(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	return (err);
	use(p);
	if (s.one != NULL) {
		put(s.one);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h32_0(struct thing *t)
{
	put(t);
}

static int
h32_1(struct thing *t, int c)
{
	if (c > 0) {
		h32_0(t);
		return (1);
	}
	return (0);
}

int
f32(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(p);
	switch (a) {
	case 0:
		return (-1);
		break;
	case 1:
		*out = get();
		if (*out == NULL) {
			err = -1;
			return (err);
		}
	default:
		if (p != NULL) {
			if (q != NULL) {
				put(q);
			}
		}
		break;
	}
	flag = h32_1(p, b);
	put(s.one);
	s.one = NULL;
	put(s.one);
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f33(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = get();
	*out = get();
	if (*out == NULL) {
		goto out;
	}
out:
	if (err != 0)
		put(q);
	put(q);
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f34(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->one = NULL;
	return (err);
	for (i = 0; i < 3; i++) {
		s.one = p;
		goto out;
	}
	for (j = 0; j < 2; j++) {
		if (a == 2 || p == NULL) {
			p = p;
		} else {
			if (flag) {
				s.one = NULL;
			}
		}
		if (flag)
			break;
	}
out:
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 15 19 */
static int
h35_0(struct thing **where, int c)
{
	if (c == 0)
		return (-1);
	*where = get();
	if (*where == NULL)
		return (-1);
	return (0);
}

static void
h35_1(struct thing *t)
{
	put(t);
}

static int
h35_2(struct thing *t, int c)
{
	if (c > 0) {
		h35_1(t);
		return (1);
	}
	return (0);
}

int
f35(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (a) {
	case 0:
		*out = get();
		if (*out == NULL) {
			return (err);
		}
	case 1:
		s.one = get();
		break;
	default:
		q = NULL;
		err = h35_0(&q, b);
		if (err != 0)
			return (err);
		break;
	}
	flag = h35_2(q, b);
	if (!flag) {
		put(p);
	}
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 21 */
static struct thing *
h36_0(struct thing *t)
{
	use(t);
	return (t);
}

int
f36(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a && b < 2) {
		err = 1;
	} else {
		p = NULL;
	}
	p = h36_0(q);
	if (!flag) {
		switch (b) {
		case 0:
			p = q;
			break;
		case 1:
			if (a == 1) {
				p = get();
			}
			break;
		default:
			box->one = get();
			break;
		}
	} else {
		*out = p;
		p = NULL;
	}
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 14 27 */
static struct thing *
h37_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f37(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (err != 0) {
		return (err);
	} else {
		q = p;
	}
	if (a && b < 2) {
		p = get();
		if (p == NULL) {
			return (err);
		}
	} else {
		if (a && b < 2) {
			use(q);
		} else {
			if (p != NULL) {
				put(p);
				p = h37_0(b);
			} else {
				s.one = NULL;
				p = get();
			}
		}
	}
	if (a && b < 2) {
		put(q);
	}
	put(q);
	q = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 12 */
static struct thing *
h38_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f38(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	s.one = get();
	if (s.one == NULL) {
		return (-1);
	}
	p = h38_0(a);
	put(*out);
	put(s.one);
	for (j = 0; j < 3; j++)
		put(v[j]);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 11 14 20 */
static void
h39_0(struct thing *t, int c)
{
	if (c == 1)
		put(t);
}

int
f39(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	h39_0(q, a);
	switch (b) {
	case 0:
		v[0] = get();
		break;
	case 1:
		*out = get();
		if (*out == NULL) {
			err = -1;
			goto out;
		}
	default:
		q = get();
		if (q == NULL) {
			err = -1;
			return (0);
		}
		break;
	}
	*out = get();
	if (flag) {
		if (q != NULL) {
			put(q);
		}
		if (b) {
			use(q);
		}
	} else {
		q = q;
	}
out:
	put(s.one);
	s.one = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f40(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = q;
	use(p);
	put(p);
	for (j = 0; j < 3; j++)
		put(v[j]);
	if (q != NULL) {
		put(q);
		q = NULL;
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 11 */
int
f41(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->one = q;
	p = *out;
	for (j = 0; j < 2; j++) {
		s.one = get();
		q = NULL;
	}
	p = q;
	put(s.one);
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h42_0(struct thing *t, int c)
{
	if (c == 1)
		put(t);
}

int
f42(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (p != NULL) {
		put(p);
	}
	h42_0(q, 1);
	put(p);
	put(p);
	if (flag) {
		put(s.one);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 */
static int
h43_0(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f43(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	err = h43_0(&s);
	if (a == 2 || q == NULL) {
		err = a;
		q = get();
		if (q == NULL) {
			err = -1;
			return (err);
		}
	}
	s.one = p;
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 12 */
static struct thing *
h44_0(void)
{
	return (get());
}

static int
h44_1(struct box *x, int c)
{
	if (c == 2)
		return (0);
	x->one = h44_0();
	return (x->one != NULL);
}

int
f44(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	flag = h44_1(&s, a);
	*out = NULL;
	if (!flag) {
		err = 0;
		p = get();
	}
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 14 */
int
f45(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	v[2] = get();
	if (v[2] == NULL) {
		goto out;
	}
	s.one = NULL;
	q = NULL;
	s.one = get();
	use(p);
out:
	if (p != NULL) {
		put(p);
		p = NULL;
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h46_0(struct thing *t, int c)
{
	if (c == 1)
		put(t);
}

static int
h46_1(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f46(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	h46_0(p, flag);
	return (err);
	for (i = 0; i < 2; i++) {
		err = h46_1(&s);
		box->many[1] = q;
		q = NULL;
		q = get();
		if (q == NULL) {
			err = -1;
			return (0);
		}
	}
	use(p);
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f47(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a) {
		put(box->one);
	}
	for (i = 0; i < 2; i++) {
		if (flag) {
			use(p);
		}
	}
	put(p);
	put(q);
	q = NULL;
	if (a == 2 || p == NULL) {
		put(q);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f48(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(s.one);
	for (i = 0; i < 2; i++) {
		if (b) {
			if (err != 0) {
				q = get();
				if (q == NULL) {
					goto out;
				}
			}
		}
		if (b > 1) {
			q = NULL;
		} else {
			switch (a) {
			case 0:
				q = s.one;
			case 1:
				goto out;
				break;
			default:
				return (err);
				break;
			}
			s.one = NULL;
		}
	}
	return (err);
out:
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 12 */
static struct thing *
h49_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f49(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	use(p);
	for (j = 0; j < 2; j++) {
		if (a == 1) {
			use(p);
			p = h49_0(a);
		}
	}
	box->one = p;
	p = NULL;
	put(q);
	if (a == 2 || p == NULL) {
		put(s.one);
	}
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: bad 12 */
int
f50(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	s.one = get();
	box->one = get();
	put(p);
	put(s.one);
	put(s.one);
	s.one = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f51(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	s.one = NULL;
	for (j = 0; j < a; j++) {
		if (a == 2 || p == NULL) {
			switch (a) {
			case 0:
				q = NULL;
				break;
			case 1:
				if (p != NULL) {
					put(p);
					p = NULL;
				}
				break;
			default:
				put(p);
				p = NULL;
				break;
			}
		}
		box->one = q;
		q = NULL;
	}
	if (a && b < 2) {
		p = s.one;
		box->one = p;
		p = NULL;
	}
	if (err != 0)
		put(p);
	put(q);
	q = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h52_0(struct thing *t)
{
	put(t);
}

static int
h52_1(struct thing *t, int c)
{
	if (c > 0) {
		h52_0(t);
		return (1);
	}
	return (0);
}

int
f52(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	flag = h52_1(p, a);
	p = q;
	put(s.one);
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 14 */
static int
h53_0(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

static int
h53_1(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f53(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (b > 1) {
		put(q);
	}
	err = h53_0(q, b);
	if (err != 0)
		q = NULL;
	err = h53_1(&s);
	use(p);
	if (p != NULL) {
		put(p);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f54(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	v[2] = NULL;
	put(*out);
	*out = NULL;
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f55(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (err != 0) {
		put(p);
	} else {
		use(q);
		q = get();
	}
	put(q);
	p = get();
	if (p == NULL) {
		goto out;
	}
out:
	if (a && b < 2) {
		put(s.one);
	}
	put(p);
	p = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h56_0(struct box *x)
{
	put(x->one);
	x->one = NULL;
}

int
f56(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a == 2 || q == NULL) {
		box->one = q;
		q = NULL;
	} else {
		q = get();
		if (q == NULL) {
			err = -1;
			goto out;
		}
	}
	if (flag) {
		h56_0(box);
		use(p);
	} else {
		if (b > 1) {
			put(q);
		}
		v[0] = NULL;
	}
	use(q);
	v[0] = p;
out:
	put(p);
	put(q);
	q = NULL;
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 13 */
static int
h57_0(struct thing **where, int c)
{
	if (c == 0)
		return (-1);
	*where = get();
	if (*where == NULL)
		return (-1);
	return (0);
}

int
f57(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

again:
	if (a == 1) {
		put(p);
	}
	q = NULL;
	err = h57_0(&q, 1);
	if (err != 0)
		return (err);
	put(p);
	use(q);
	if (s.one != NULL) {
		put(s.one);
		s.one = NULL;
	}
	put(s.one);
	for (j = 0; j < 3; j++)
		put(v[j]);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 31 38 43 */
static int
h58_0(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f58(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (b > 1) {
		flag = a;
		use(p);
	}
	if (b) {
		for (j = 1; j < 3; j++) {
			put(v[j]);
			v[j] = NULL;
		}
		for (j = 0; j < 2; j++) {
			if (a == 1) {
				use(p);
			} else {
				put(p);
				q = get();
			}
			put(q);
			q = NULL;
			switch (b) {
			case 0:
				put(q);
				break;
			case 1:
				q = get();
				if (q == NULL) {
					err = -1;
					continue;
				}
				break;
			default:
				err = h58_0(&s);
				break;
			}
		}
	}
	q = get();
	if (q == NULL) {
		return (err);
	}
	if (!flag) {
		use(q);
	}
	if (p != NULL) {
		put(p);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 */
int
f59(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = get();
	p = NULL;
	p = p;
	p = get();
	if (p == NULL) {
		return (err);
	}
	if (p != NULL) {
		put(p);
		p = NULL;
	}
	put(q);
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 11 */
static void
h60_0(struct box *x)
{
	put(x->one);
	x->one = NULL;
}

static int
h60_1(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

int
f60(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = NULL;
	p = NULL;
	h60_0(box);
	v[2] = get();
	err = h60_1(p, a);
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 10 23 */
int
f61(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (b) {
	case 0:
		p = get();
		if (p == NULL) {
			return (0);
		}
		break;
	case 1:
		err = 0;
		break;
	default:
		s.one = NULL;
		break;
	}
	if (a) {
		q = get();
	}
	return (0);
	put(p);
	if (a > b) {
		put(s.one);
	}
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h62_0(struct thing *t, int c)
{
	if (c == 1)
		put(t);
}

int
f62(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	use(p);
	return (err);
	if (err != 0) {
		h62_0(q, b);
	}
	q = NULL;
	put(p);
	put(q);
	q = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static struct thing *
h63_0(struct thing *t)
{
	use(t);
	return (t);
}

int
f63(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	return (err);
	s.one = get();
	if (a == 1) {
		q = h63_0(q);
		for (j = 1; j < 3; j++) {
			put(v[j]);
		}
	}
	p = get();
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h64_0(struct box *x)
{
	put(x->one);
	x->one = NULL;
}

int
f64(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (j = 0; j < 3; j++) {
		put(v[j]);
		v[j] = NULL;
	}
	put(q);
	q = NULL;
	return (err);
	for (j = 0; j < b; j++) {
		s.one = NULL;
		if (b > 1) {
			if (flag) {
				s.one = get();
				if (s.one == NULL) {
					return (-1);
				}
			}
		} else {
			h64_0(&s);
			if (a > b) {
				s.one = NULL;
				q = get();
				if (q == NULL) {
					err = -1;
					goto out;
				}
			}
		}
		if (q != NULL)
			continue;
	}
out:
	put(s.one);
	s.one = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 10 */
int
f65(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(p);
	for (i = 0; i < 3; i++) {
		v[i] = get();
		if (v[i] == NULL)
			break;
	}
	if (i < 3) {
		while (--i >= 1)
			put(v[i]);
		return (-1);
	}
	err = a;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 13 */
int
f66(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (a) {
	case 0:
		err = 1;
		break;
	case 1:
		p = get();
		if (p == NULL) {
			err = -1;
			goto out;
		}
		break;
	default:
		if (a && b < 2) {
			p = q;
		}
		break;
	}
	flag = 0;
out:
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 13 */
int
f67(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a) {
		box->many[1] = p;
		p = NULL;
	}
	q = q;
	q = get();
	if (q == NULL) {
		goto out;
	}
	use(q);
out:
	if (err != 0)
		put(p);
	if (err != 0)
		put(p);
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 15 */
int
f68(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = s.one;
	q = *out;
	if (p != NULL) {
		*out = get();
		goto out;
	} else {
		for (i = 0; i < a; i++) {
			q = get();
			switch (b) {
			case 0:
				p = p;
			case 1:
				if (s.one != NULL) {
					put(s.one);
				}
			default:
				return (0);
				break;
			}
			use(p);
		}
		put(q);
		q = NULL;
	}
	if (err != 0) {
		*out = get();
		q = get();
	} else {
		q = get();
		use(q);
	}
out:
	put(p);
	put(q);
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f69(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	goto out;
	goto out;
	switch (a) {
	case 0:
		goto out;
	case 1:
		err = 1;
		break;
	default:
		*out = q;
		break;
	}
out:
	put(p);
	p = NULL;
	if (p != NULL) {
		put(p);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: bad 44 */
static void
h70_0(struct thing *t)
{
	put(t);
}

static int
h70_1(struct thing *t, int c)
{
	if (c > 0) {
		h70_0(t);
		return (1);
	}
	return (0);
}

int
f70(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (b) {
	case 0:
		*out = get();
		if (*out == NULL) {
			err = -1;
			return (err);
		}
		break;
	case 1:
		put(p);
	default:
		flag = h70_1(p, a);
		break;
	}
	if (flag) {
		if (a == 2 || p == NULL) {
			put(q);
		}
		*out = get();
		if (*out == NULL) {
			err = -1;
			goto out;
		}
	} else {
		s.one = get();
		if (s.one == NULL) {
			return (err);
		}
	}
	p = p;
	flag = 1;
	if (a) {
		err = a;
	}
out:
	put(s.one);
	put(s.one);
	s.one = NULL;
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f71(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(p);
	box->one = get();
	if (box->one == NULL) {
		goto out;
	}
	p = get();
out:
	put(q);
	if (!flag) {
		put(p);
	}
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 25 28 */
static void
h72_0(struct box *x)
{
	put(x->one);
	x->one = NULL;
}

int
f72(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a > b) {
		q = get();
		q = s.one;
	} else {
		if (q != NULL) {
			switch (a) {
			case 0:
				use(q);
			case 1:
				*out = NULL;
				break;
			default:
				q = q;
				break;
			}
			put(q);
		}
		p = get();
	}
	h72_0(&s);
	q = get();
	if (err != 0)
		put(q);
	if (a == 1) {
		put(q);
	}
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f73(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(p);
	err = 1;
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f74(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->one = q;
	goto out;
	goto out;
	q = p;
out:
	put(q);
	q = NULL;
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 10 */
int
f75(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = v[2];
	box->one = get();
	q = get();
	if (q == NULL) {
		err = -1;
		return (err);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f76(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	return (0);
	if (flag) {
		for (j = 0; j < 2; j++) {
			put(v[j]);
		}
	}
	for (j = 0; j < 3; j++)
		put(v[j]);
	for (j = 0; j < 3; j++)
		put(v[j]);
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 13 16 */
int
f77(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (j = 0; j < 3; j++) {
		put(v[j]);
	}
	err = a;
	if (!flag) {
		p = get();
	}
	for (i = 0; i < 3; i++) {
		v[i] = get();
		if (v[i] == NULL)
			break;
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 12 */
int
f78(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = p;
	for (i = 0; i < 3; i++) {
		p = q;
	}
	s.one = get();
	put(q);
	put(q);
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 20 33 */
static struct thing *
h79_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f79(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

again:
	p = get();
	if (a == 2 || p == NULL) {
		switch (a) {
		case 0:
			p = p;
		case 1:
			for (i = 0; i < b; i++) {
				p = get();
				if (!flag) {
					put(p);
				}
				s.one = get();
				if (s.one == NULL) {
					err = -1;
					return (err);
				}
				if (a)
					continue;
			}
			break;
		default:
			q = NULL;
			break;
		}
		p = h79_0(a);
	}
	return (-1);
	p = get();
	if (p == NULL) {
		goto out;
	}
	box->many[1] = q;
out:
	put(p);
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h80_0(struct thing *t, int c)
{
	if (c == 1)
		put(t);
}

int
f80(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (a) {
	case 0:
		put(p);
	case 1:
		q = p;
	default:
		*out = p;
		p = NULL;
		break;
	}
	h80_0(p, a);
	box->one = NULL;
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f81(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = NULL;
	return (-1);
	if (b) {
		q = NULL;
		box->one = get();
		if (box->one == NULL) {
			err = -1;
			return (-1);
		}
	}
	if (a == 2 || p == NULL) {
		q = get();
	}
	put(p);
	put(p);
	if (p != NULL) {
		put(p);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 29 */
int
f82(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (b) {
	case 0:
		put(p);
		break;
	case 1:
		p = p;
		break;
	default:
		*out = get();
		if (*out == NULL) {
			return (0);
		}
		break;
	}
	if (a > b) {
		if (a && b < 2) {
			if (a) {
				return (err);
			}
			use(p);
		} else {
			p = get();
			if (p == NULL) {
				err = -1;
				goto out;
			}
			return (err);
		}
		switch (b) {
		case 0:
			p = NULL;
			break;
		case 1:
			goto out;
			break;
		default:
			q = *out;
			break;
		}
	}
out:
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 14 */
int
f83(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->one = get();
	if (box->one == NULL) {
		goto out;
	}
	if (!flag) {
		p = q;
		p = get();
		if (p == NULL) {
			return (err);
		}
	}
	q = q;
out:
	for (j = 0; j < 3; j++)
		put(v[j]);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h84_0(struct thing *t, int c)
{
	if (c == 1)
		put(t);
}

int
f84(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

again:
	if (!flag) {
		if (a > b) {
			p = p;
		} else {
			if (p != NULL) {
				put(p);
				p = NULL;
			}
		}
		if (rounds++ < 2)
			goto again;
		return (err);
	}
	flag = 1;
	for (j = 0; j < 2; j++) {
		s.one = NULL;
		h84_0(q, a);
		p = get();
		if (p == NULL) {
			err = -1;
			return (err);
		}
	}
	if (err != 0)
		put(p);
	put(q);
	q = NULL;
	put(q);
	q = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 */
int
f85(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	*out = get();
	s.one = p;
	*out = get();
	if (*out == NULL) {
		goto out;
	}
out:
	put(p);
	if (q != NULL) {
		put(q);
		q = NULL;
	}
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 */
static int
h86_0(struct thing **where, int c)
{
	if (c == 0)
		return (-1);
	*where = get();
	if (*where == NULL)
		return (-1);
	return (0);
}

static int
h86_1(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

int
f86(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = NULL;
	err = h86_0(&p, b);
	use(p);
	err = h86_1(q, b);
	if (err != 0)
		q = NULL;
	if (s.one != NULL) {
		put(s.one);
		s.one = NULL;
	}
	if (flag) {
		for (i = 0; i < 3; i++) {
			v[i] = get();
			if (v[i] == NULL)
				break;
		}
		if (i < 3) {
			while (--i >= 0)
				put(v[i]);
			return (-1);
		}
	}
	for (j = 0; j < 3; j++)
		put(v[j]);
	for (j = 0; j < 3; j++)
		put(v[j]);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: bad 16; later-leak 12 */
static struct thing *
h87_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f87(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = get();
	if (p == NULL) {
		return (err);
	}
	q = h87_0(b);
	if (err != 0)
		put(p);
	put(p);
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 10 */
int
f88(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	s.one = NULL;
	box->many[1] = p;
	q = get();
	if (q == NULL) {
		goto out;
	}
	q = p;
out:
	if (err != 0)
		put(q);
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 17 */
static int
h89_0(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

int
f89(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a > b) {
		q = get();
		if (q == NULL) {
			err = -1;
			return (err);
		}
		err = h89_0(q, b);
	}
	for (j = 0; j < a; j++) {
		p = get();
		if (p == NULL) {
			return (-1);
		}
		box->many[1] = p;
		p = NULL;
	}
	s.one = NULL;
	flag = -1;
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 53 78 */
static int
h90_0(struct thing **where, int c)
{
	if (c == 0)
		return (-1);
	*where = get();
	if (*where == NULL)
		return (-1);
	return (0);
}

static struct thing *
h90_1(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

static int
h90_2(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f90(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = NULL;
	err = h90_0(&q, 1);
	if (err != 0)
		return (err);
	if (a && b < 2) {
		box->many[1] = p;
		p = NULL;
	} else {
		err = 1;
	}
	if (a) {
		if (a) {
			return (err);
			s.one = get();
		} else {
			switch (b) {
			case 0:
				return (0);
				break;
			case 1:
				put(q);
				break;
			default:
				put(p);
				p = NULL;
				break;
			}
		}
		switch (a) {
		case 0:
			q = p;
			break;
		case 1:
			q = h90_1(1);
			break;
		default:
			if (err != 0) {
				use(p);
				use(p);
			}
			break;
		}
	} else {
		put(q);
	}
	err = h90_2(&s);
	switch (b) {
	case 0:
		switch (a) {
		case 0:
			*out = p;
			p = NULL;
			break;
		case 1:
			err = -1;
		default:
			for (i = 0; i < 3; i++) {
				v[i] = get();
				if (v[i] == NULL)
					break;
			}
			if (i < 3) {
				while (--i >= 1)
					put(v[i]);
				return (-1);
			}
			break;
		}
		break;
	case 1:
		s.one = get();
	default:
		p = get();
		break;
	}
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f91(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (b > 1) {
		box->one = q;
		q = NULL;
	}
	if (a == 2 || p == NULL) {
		*out = NULL;
	}
	put(s.one);
	s.one = NULL;
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 14 */
int
f92(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = get();
	if (q == NULL) {
		err = -1;
		return (err);
	}
	q = q;
	p = get();
	return (err);
	*out = q;
	q = NULL;
	if (s.one != NULL) {
		put(s.one);
		s.one = NULL;
	}
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 12; bad 54; later-leak 9; later-bad 54 */
int
f93(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = p;
	p = get();
	switch (a) {
	case 0:
		p = get();
		if (p == NULL) {
			goto out;
		}
		break;
	case 1:
		if (b > 1) {
			for (i = 0; i < 3; i++) {
				v[i] = get();
			}
			if (i < 3) {
				while (--i >= 1)
					put(v[i]);
				return (-1);
			}
			p = NULL;
		} else {
			q = s.one;
			p = p;
		}
		break;
	default:
		if (!flag) {
			if (!flag) {
				if (p != NULL) {
					put(p);
					p = NULL;
				}
			} else {
				q = box->one;
				put(p);
				p = NULL;
			}
		}
		break;
	}
	p = q;
out:
	put(s.one);
	for (j = 0; j < 3; j++)
		put(v[j]);
	for (j = 0; j < 3; j++)
		put(v[j]);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 */
static int
h94_0(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

int
f94(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (b) {
		v[1] = get();
		if (v[1] == NULL) {
			err = -1;
			return (err);
		}
		if (q != NULL) {
			p = *out;
		}
	} else {
		q = *out;
		switch (a) {
		case 0:
			if (q != NULL) {
				put(box->one);
			}
		case 1:
			err = h94_0(p, a);
			if (err != 0)
				p = NULL;
		default:
			use(p);
			break;
		}
	}
	if (b) {
		use(p);
		put(p);
	}
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 14 */
static void
h95_0(struct box *x)
{
	put(x->one);
	x->one = NULL;
}

int
f95(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	h95_0(&s);
	box->one = get();
	if (box->one == NULL) {
		return (-1);
	}
	for (i = 0; i < 3; i++) {
		v[i] = get();
		if (v[i] == NULL)
			break;
	}
	put(p);
	if (err != 0)
		put(q);
	if (!flag) {
		put(p);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h96_0(struct box *x)
{
	put(x->one);
	x->one = NULL;
}

int
f96(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	goto out;
	put(box->one);
	if (err != 0) {
		if (a) {
			put(p);
			p = NULL;
		}
	}
	for (i = 0; i < 3; i++) {
		p = get();
		if (p == NULL) {
			err = -1;
			return (err);
		}
		h96_0(&s);
		if (a > b)
			break;
	}
	*out = get();
out:
	if (err != 0)
		put(q);
	put(q);
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 */
static int
h97_0(struct thing *t, int c)
{
	if (c > 1) {
		put(t);
		return (-1);
	}
	return (0);
}

int
f97(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	err = h97_0(q, b);
	q = get();
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 19 24; bad 41; later-leak 19 24 */
int
f98(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (i = 0; i < 3; i++) {
		s.one = NULL;
		if (err != 0) {
			continue;
		}
		if (!flag)
			continue;
	}
	if (a == 2 || p == NULL) {
		put(p);
	}
	s.one = get();
	if (s.one == NULL) {
		err = -1;
		goto out;
	}
	p = get();
	if (p == NULL) {
		err = -1;
		goto out;
	}
	if (b) {
		if (a > b) {
			s.one = get();
		}
	}
out:
	if (err != 0)
		put(q);
	if (s.one != NULL) {
		put(s.one);
	}
	if (s.one != NULL) {
		put(s.one);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static struct thing *
h99_0(struct thing *t)
{
	use(t);
	return (t);
}

int
f99(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = h99_0(p);
	err = 0;
	if (flag) {
		put(s.one);
		s.one = NULL;
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static int
h100_0(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f100(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	err = h100_0(&s);
	*out = get();
	put(q);
	if (q != NULL) {
		put(q);
	}
	put(s.one);
	s.one = NULL;
	put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f101(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (j = 0; j < 3; j++) {
		put(v[j]);
		v[j] = NULL;
	}
	put(p);
	box->one = get();
	for (j = 0; j < 3; j++)
		put(v[j]);
	put(p);
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f102(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(*out);
	if (a == 2 || q == NULL) {
		put(p);
	} else {
		if (p != NULL) {
			put(p);
			p = NULL;
		}
	}
	if (!flag) {
		put(s.one);
	}
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 9 */
static struct thing *
h103_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f103(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = h103_0(b);
	v[2] = get();
	q = p;
	put(s.one);
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h104_0(struct box *x)
{
	put(x->one);
	x->one = NULL;
}

int
f104(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = NULL;
	h104_0(&s);
	return (0);
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 9 10 */
int
f105(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	flag = 0;
	s.one = get();
	q = get();
	if (q == NULL) {
		err = -1;
		return (0);
	}
	if (err != 0)
		put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static int
h106_0(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f106(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(p);
	use(p);
	box->one = q;
	if (a == 2 || p == NULL) {
		err = h106_0(&s);
	}
	err = a;
	put(q);
	if (err != 0)
		put(p);
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 16 */
static struct thing *
h107_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f107(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

again:
	flag = 1;
	put(q);
	err = 1;
	if (err != 0) {
		q = p;
		p = q;
	}
	p = h107_0(b);
	if (a) {
		put(p);
	}
	put(q);
	q = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 9 */
int
f108(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = get();
	q = get();
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 16 */
int
f109(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	q = p;
	if (q != NULL) {
		q = get();
		if (q == NULL) {
			return (err);
		}
		put(q);
	}
	p = get();
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 37 */
int
f110(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	switch (b) {
	case 0:
		put(p);
		p = NULL;
		break;
	case 1:
		switch (b) {
		case 0:
			s.one = get();
			if (s.one == NULL) {
				goto out;
			}
			break;
		case 1:
			switch (b) {
			case 0:
				q = get();
				if (q == NULL) {
					err = -1;
					return (-1);
				}
				break;
			case 1:
				box->one = p;
			default:
				flag = 1;
				break;
			}
		default:
			p = get();
			break;
		}
		break;
	default:
		if (b) {
			put(p);
			p = NULL;
		}
		break;
	}
	*out = get();
	if (*out == NULL) {
		return (err);
	}
out:
	put(q);
	put(q);
	if (a && b < 2) {
		put(s.one);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static void
h111_0(struct thing *t)
{
	put(t);
}

static int
h111_1(struct thing *t, int c)
{
	if (c > 0) {
		h111_0(t);
		return (1);
	}
	return (0);
}

int
f111(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	use(p);
	put(p);
	flag = h111_1(q, b);
	s.one = get();
	put(p);
	if (s.one != NULL) {
		put(s.one);
	}
	if (a && b < 2) {
		put(p);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static struct thing *
h112_0(void)
{
	return (get());
}

static int
h112_1(struct box *x, int c)
{
	if (c == 2)
		return (0);
	x->one = h112_0();
	return (x->one != NULL);
}

int
f112(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	for (i = 0; i < b; i++) {
		if (a == 2 || p == NULL) {
			flag = h112_1(&s, b);
		}
		if (b > 1)
			break;
	}
	p = p;
	box->one = get();
	put(s.one);
	s.one = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 8 */
int
f113(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	p = get();
	if (p == NULL) {
		return (err);
	}
	if (b > 1) {
		q = get();
		if (q == NULL) {
			return (-1);
		}
	}
	for (i = 0; i < 3; i++) {
		use(q);
	}
	put(p);
	put(q);
	q = NULL;
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f114(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	put(s.one);
	flag = 1;
	if (p != NULL) {
		put(s.one);
	}
	put(s.one);
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
int
f115(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	*out = q;
	*out = p;
	if (err != 0)
		put(q);
	if (a) {
		put(p);
		p = NULL;
	}
	put(s.one);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static int
h116_0(struct box *x)
{
	x->one = get();
	return (x->one == NULL ? -1 : 0);
}

int
f116(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	if (a == 1) {
		put(p);
	}
	if (q != NULL) {
		err = h116_0(&s);
		use(p);
	} else {
		return (err);
	}
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 13 18 22; bad 33; later-leak 13 */
int
f117(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	*out = NULL;
	flag = 0;
	for (j = 0; j < 2; j++) {
		p = get();
		put(p);
		q = get();
		if (q == NULL) {
			goto out;
		}
	}
	p = get();
	if (p == NULL) {
		goto out;
	}
	q = get();
	if (q == NULL) {
		return (-1);
	}
out:
	if (err != 0) {
		put(p);
		p = NULL;
	}
	if (err != 0)
		put(q);
	put(p);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: leak 16 */
int
f118(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	box->one = p;
	flag = 0;
	switch (a) {
	case 0:
		flag = 1;
	case 1:
		p = q;
	default:
		q = get();
		if (q == NULL) {
			err = -1;
			return (err);
		}
		break;
	}
	put(p);
	if (a > b) {
		put(p);
		p = NULL;
	}
	if (err != 0)
		put(q);
	(void)(i + j + flag + rounds);
	return (err);
}

/* shown: nothing */
static struct thing *
h119_0(int c)
{
	if (c > 1)
		return (NULL);
	return (get());
}

int
f119(int a, int b, struct thing **out, struct box *box)
{
	struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };
	struct box s = { NULL, { NULL, NULL, NULL } };
	int i = 0, j = 0, flag = 0, err = 0, rounds = 0;

	return (err);
	p = q;
	p = p;
	p = h119_0(b);
	put(s.one);
	for (j = 0; j < 3; j++)
		put(v[j]);
	(void)(i + j + flag + rounds);
	return (err);
}

