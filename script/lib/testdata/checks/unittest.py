import asyncio
import contextvars
import io
import logging
import re
import sys
import unittest
import warnings


def run(*cases, load=unittest.defaultTestLoader.loadTestsFromTestCase, **options):
    stream = io.StringIO()
    options.setdefault("verbosity", 2)
    tests = unittest.TestSuite(map(load, cases))
    result = unittest.TextTestRunner(stream, **options).run(tests)
    print(re.sub(r"in \d+\.\d+s", "in X s", stream.getvalue()))
    print(result.wasSuccessful(), result, tests.countTestCases())


class Asserts(unittest.TestCase):
    def test_list(self): self.assertEqual([1, 2, 3], [1, 2, 4, 5])
    def test_tuple(self): self.assertEqual((1, 2), (1, 3), msg="told")
    def test_sequence(self): self.assertSequenceEqual([1], "1")
    def test_no_sequence(self): self.assertSequenceEqual([1], 1)
    def test_text(self): self.assertEqual("a\nb\nc", "a\nB\nc", "lines")
    def test_dict(self): self.assertEqual({"a": 1, "b": list(range(30))}, {"a": 2, "b": list(range(31))})
    def test_long(self): self.assertEqual("x" * 100 + "a" + "y" * 100, "x" * 100 + "b" + "y" * 100)
    def test_bytes(self): self.assertEqual(b"x" * 100 + b"a" + b"y" * 100, b"x" * 100 + b"b" + b"y" * 100)
    def test_count(self): self.assertCountEqual([1, 2, 2, 3], [2, 1, 4])
    def test_count_unhashable(self): self.assertCountEqual([[1], [2]], [[2], [2]])
    def test_set(self): self.assertEqual({1, 2}, {2, 3})
    def test_set_of_list(self): self.assertSetEqual([1], {1})
    def test_almost(self): self.assertAlmostEqual(1.0, 1.1)
    def test_almost_delta(self): self.assertAlmostEqual(1, 5, delta=2)
    def test_not_almost(self): self.assertNotAlmostEqual(1.0, 1.00000001)
    def test_regex(self): self.assertRegex("abc", "x+")
    def test_not_regex(self): self.assertNotRegex("abc", "b+")
    def test_instance(self): self.assertIsInstance(1, str)
    def test_not_instance(self): self.assertNotIsInstance(1, int)
    def test_in(self): self.assertIn(1, [2])
    def test_not_in(self): self.assertNotIn(1, [1])
    def test_is(self): self.assertIs(1, None)
    def test_is_not(self): self.assertIsNot(None, None)
    def test_none(self): self.assertIsNone(0)
    def test_not_none(self): self.assertIsNotNone(None)
    def test_less(self): self.assertLess(2, 1)
    def test_greater_equal(self): self.assertGreaterEqual(1, 2)
    def test_true(self): self.assertTrue([], "empty")
    def test_false(self): self.assertFalse([1])
    def test_fail(self): self.fail("as told")
    def test_assert(self): assert 1 == 2, "plain"
    def test_raises_not(self): self.assertRaises(ValueError, int, "3")

    def test_raises(self):
        with self.assertRaises(ValueError) as cm:
            int("x")
        self.assertIn("invalid", str(cm.exception))
        with self.assertRaises((KeyError, ValueError), msg="either"):
            pass

    def test_raises_regex(self):
        with self.assertRaisesRegex(ValueError, "foo"):
            int("x")

    def test_raises_other(self):
        with self.assertRaises(KeyError):
            int("x")

    def test_warns(self):
        with self.assertWarns(DeprecationWarning) as cm:
            warnings.warn("old", DeprecationWarning)
        print(cm.warning, cm.lineno)
        with self.assertWarnsRegex(UserWarning, "zz"):
            warnings.warn("x")

    def test_warns_not(self):
        with self.assertWarns(UserWarning):
            pass

    def test_logs(self):
        with self.assertLogs("foo", "INFO") as cm:
            logging.getLogger("foo").info("hi")
            logging.getLogger("foo.b").error("ho")
        self.assertEqual(cm.output, ["INFO:foo:hi", "ERROR:foo.b:ho"])
        for watch in lambda: self.assertNoLogs("foo"), lambda: self.assertLogs("foo", "CRITICAL"):
            try:
                with watch():
                    logging.getLogger("foo").warning("w")
            except AssertionError as e:
                print(e)

    def test_diff_omitted(self):
        self.maxDiff = 10
        self.assertEqual([1] * 9, [1] * 8)


class Flow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        print("setUp")
        self.addCleanup(print, "cleanup", self._testMethodName)

    def tearDown(self):
        print("tearDown")

    def test_ok(self):
        """Goes well.

        Really.
        """

    def test_chain(self):
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("x") from e

    @unittest.skip("why not")
    def test_skip(self): pass

    def test_skip_inside(self): self.skipTest("inside")

    @unittest.expectedFailure
    def test_expected(self): self.fail("x")

    @unittest.expectedFailure
    def test_unexpected(self): pass

    def test_sub(self):
        for i in range(4):
            with self.subTest("m", i=i):
                self.assertNotEqual(i, 2)
                if i == 3:
                    raise KeyError(i)

    def test_sub_nested(self):
        with self.subTest(a=1):
            with self.subTest(b=2):
                self.assertTrue(0)
        with self.subTest():
            self.skipTest("sub")

    def test_output(self):
        print("out")
        print("err", file=sys.stderr)
        self.fail()


class NoClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError("no class")
    def test(self): pass


@unittest.skipIf(True, "class skipped")
class Skipped(unittest.TestCase):
    def test(self): pass


V = contextvars.ContextVar("v", default=0)


class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self): V.set(1)

    async def asyncSetUp(self):
        print("asyncSetUp", V.get())
        V.set(2)
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        await asyncio.sleep(0)
        print("clean", V.get())

    async def asyncTearDown(self): print("asyncTearDown", V.get())

    async def test_one(self):
        await asyncio.sleep(0)
        print(V.get(), asyncio.get_running_loop().get_debug())
        V.set(3)

    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            await asyncio.wait_for(asyncio.sleep(10), 0.001)

    def test_sync(self): print("sync", V.get())


run(Asserts, verbosity=1)
run(Flow, NoClass, Skipped)
run(Flow, verbosity=0, buffer=True)
run(Flow, failfast=True, verbosity=1)
run(Async)
names = unittest.defaultTestLoader.loadTestsFromNames
run(["Flow.test_ok", "Async", "Flow.gone"], load=lambda n: names(n, sys.modules["__main__"]), verbosity=1)
run()

loader = unittest.TestLoader()
loader.testNamePatterns = ["*Flow*sub*"]
print(loader.getTestCaseNames(Flow), loader.loadTestsFromTestCase(Flow))
test = Flow("test_ok")
print(test.id(), test.shortDescription(), test, repr(test), test == Flow("test_ok"), test.countTestCases())
for bad in lambda: Flow("gone"), lambda: unittest.TestSuite("x"), lambda: unittest.TestSuite([Flow]), lambda: Flow("test_ok").enterContext(1):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
try:
    Flow("test_chain").debug()
except ValueError as e:
    print("debug", e)
for argv in [], ["-v", "Skipped"], ["-k", "nothing"], ["-f", "NoClass"]:
    sys.stderr = io.StringIO()
    try:
        unittest.main(argv=["prog", *(argv or ["Flow.test_ok"])])
    except SystemExit as e:
        print(re.sub(r"in \d+\.\d+s", "in X s", sys.stderr.getvalue()), "exit", e.code)
sys.stderr = sys.__stderr__
