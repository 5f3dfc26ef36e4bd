using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>The left factor of a product: element (row, depth) lies at <c>row * RowStride + depth * DepthStride</c>. Strides may be 0.</summary>
internal readonly ref struct LeftFactor(ReadOnlySpan<double> values, int rowStride, int depthStride)
{
    public readonly ReadOnlySpan<double> Values = values;
    public readonly int RowStride = rowStride;
    public readonly int DepthStride = depthStride;
}

/// <summary>
/// The right factor of a product, in panels of <see cref="MatrixProduct.PanelWidth"/> columns: element (depth, column) of a panel lies at
/// <c>panel * PanelStride + depth * DepthStride + column</c>.
/// </summary>
internal readonly ref struct RightFactor(ReadOnlySpan<double> values, int depthStride, int panelStride)
{
    public readonly ReadOnlySpan<double> Values = values;
    public readonly int DepthStride = depthStride;
    public readonly int PanelStride = panelStride;
}

/// <summary>
/// The one matrix product under all networks. Each number of the result is a chain of fused multiply-adds in ascending depth, whatever the
/// width of the machine's vectors and the number of rows: a sample gets the same bits alone and in a batch.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>Columns computed together: two vectors of 512 bits or four of 256.</summary>
    public const int PanelWidth = 16;

    private const int Lanes = 8;
    private const int HalfLanes = 4;

    /// <summary>The columns that a matrix of so many columns is given, so that panels are full.</summary>
    public static int Padded(int columns) => (columns + PanelWidth - 1) / PanelWidth * PanelWidth;

    /// <summary>
    /// The distance between rows of a matrix of so many columns: full panels, and not a multiple of 256 bytes, which would put the rows
    /// of a panel into few sets of the first cache.
    /// </summary>
    public static int Stride(int columns) => Padded(columns) % 32 == 0 ? Padded(columns) + Lanes : Padded(columns);

    /// <summary>result = start + left * right, over full panels of columns.</summary>
    /// <param name="rows">Rows of the result.</param>
    /// <param name="panels">Panels of columns of the result.</param>
    /// <param name="depth">Columns of the left factor, rows of the right one.</param>
    /// <param name="left">Left factor.</param>
    /// <param name="right">Right factor.</param>
    /// <param name="start">What is added to; may be the result itself.</param>
    /// <param name="startStride">Distance between its rows; 0 when all rows start with the same.</param>
    /// <param name="result">Takes the result.</param>
    /// <param name="resultStride">Distance between its rows.</param>
    public static void Multiply(
        int rows, int panels, int depth, LeftFactor left, RightFactor right, ReadOnlySpan<double> start, int startStride,
        Span<double> result, int resultStride)
    {
        if (rows == 0 || panels == 0) return;
        var columns = panels * PanelWidth;
        // The kernels below do without bounds checks; these stand in for them.
        if (depth > 0)
        {
            _ = left.Values[(rows - 1) * left.RowStride + (depth - 1) * left.DepthStride];
            _ = right.Values[(panels - 1) * right.PanelStride + (depth - 1) * right.DepthStride + PanelWidth - 1];
        }

        _ = start[(rows - 1) * startStride + columns - 1];
        _ = result[(rows - 1) * resultStride + columns - 1];

        ref var l = ref MemoryMarshal.GetReference(left.Values);
        ref var r = ref MemoryMarshal.GetReference(right.Values);
        ref var s = ref MemoryMarshal.GetReference(start);
        ref var t = ref MemoryMarshal.GetReference(result);
        unchecked
        {
            for (nint panel = 0; panel < panels; panel++)
            {
                ref var factor = ref Unsafe.Add(ref r, panel * right.PanelStride);
                nint column = panel * PanelWidth, row = 0;
                for (; Vector512.IsHardwareAccelerated && row + 4 <= rows; row += 4)
                    FourRows(
                        depth, ref Unsafe.Add(ref l, row * left.RowStride), left.RowStride, left.DepthStride, ref factor, right.DepthStride,
                        ref Unsafe.Add(ref s, row * startStride + column), startStride,
                        ref Unsafe.Add(ref t, row * resultStride + column), resultStride);
                for (; row + 2 <= rows; row += 2)
                    TwoRows(
                        depth, ref Unsafe.Add(ref l, row * left.RowStride), left.RowStride, left.DepthStride, ref factor, right.DepthStride,
                        ref Unsafe.Add(ref s, row * startStride + column), startStride,
                        ref Unsafe.Add(ref t, row * resultStride + column), resultStride);
                if (row < rows)
                    OneRow(
                        depth, ref Unsafe.Add(ref l, row * left.RowStride), left.DepthStride, ref factor, right.DepthStride,
                        ref Unsafe.Add(ref s, row * startStride + column), ref Unsafe.Add(ref t, row * resultStride + column));
            }
        }
    }

    // Not inlined: the runtime gives up on keeping so many vectors in registers when they are part of a longer method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FourRows(
        nint depth, ref double left, nint rowStride, nint depthStride, ref double right, nint rightStride,
        ref double start, nint startStride, ref double result, nint resultStride)
    {
        unchecked
        {
            var sum00 = Vector512.LoadUnsafe(ref start);
            var sum01 = Vector512.LoadUnsafe(ref start, Lanes);
            ref var start1 = ref Unsafe.Add(ref start, startStride);
            var sum10 = Vector512.LoadUnsafe(ref start1);
            var sum11 = Vector512.LoadUnsafe(ref start1, Lanes);
            ref var start2 = ref Unsafe.Add(ref start1, startStride);
            var sum20 = Vector512.LoadUnsafe(ref start2);
            var sum21 = Vector512.LoadUnsafe(ref start2, Lanes);
            ref var start3 = ref Unsafe.Add(ref start2, startStride);
            var sum30 = Vector512.LoadUnsafe(ref start3);
            var sum31 = Vector512.LoadUnsafe(ref start3, Lanes);

            ref var left1 = ref Unsafe.Add(ref left, rowStride);
            ref var left2 = ref Unsafe.Add(ref left1, rowStride);
            ref var left3 = ref Unsafe.Add(ref left2, rowStride);
            nint at = 0;
            for (; depth > 0; depth--)
            {
                var right0 = Vector512.LoadUnsafe(ref right);
                var right1 = Vector512.LoadUnsafe(ref right, Lanes);
                var factor = Vector512.Create(Unsafe.Add(ref left, at));
                sum00 = Vector512.FusedMultiplyAdd(factor, right0, sum00);
                sum01 = Vector512.FusedMultiplyAdd(factor, right1, sum01);
                factor = Vector512.Create(Unsafe.Add(ref left1, at));
                sum10 = Vector512.FusedMultiplyAdd(factor, right0, sum10);
                sum11 = Vector512.FusedMultiplyAdd(factor, right1, sum11);
                factor = Vector512.Create(Unsafe.Add(ref left2, at));
                sum20 = Vector512.FusedMultiplyAdd(factor, right0, sum20);
                sum21 = Vector512.FusedMultiplyAdd(factor, right1, sum21);
                factor = Vector512.Create(Unsafe.Add(ref left3, at));
                sum30 = Vector512.FusedMultiplyAdd(factor, right0, sum30);
                sum31 = Vector512.FusedMultiplyAdd(factor, right1, sum31);
                at += depthStride;
                right = ref Unsafe.Add(ref right, rightStride);
            }

            sum00.StoreUnsafe(ref result);
            sum01.StoreUnsafe(ref result, Lanes);
            ref var result1 = ref Unsafe.Add(ref result, resultStride);
            sum10.StoreUnsafe(ref result1);
            sum11.StoreUnsafe(ref result1, Lanes);
            ref var result2 = ref Unsafe.Add(ref result1, resultStride);
            sum20.StoreUnsafe(ref result2);
            sum21.StoreUnsafe(ref result2, Lanes);
            ref var result3 = ref Unsafe.Add(ref result2, resultStride);
            sum30.StoreUnsafe(ref result3);
            sum31.StoreUnsafe(ref result3, Lanes);
        }
    }

    // The same for two rows in vectors of 256 bits: all that sixteen registers hold.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TwoRows(
        nint depth, ref double left, nint rowStride, nint depthStride, ref double right, nint rightStride,
        ref double start, nint startStride, ref double result, nint resultStride)
    {
        unchecked
        {
            var sum00 = Vector256.LoadUnsafe(ref start);
            var sum01 = Vector256.LoadUnsafe(ref start, HalfLanes);
            var sum02 = Vector256.LoadUnsafe(ref start, 2 * HalfLanes);
            var sum03 = Vector256.LoadUnsafe(ref start, 3 * HalfLanes);
            ref var start1 = ref Unsafe.Add(ref start, startStride);
            var sum10 = Vector256.LoadUnsafe(ref start1);
            var sum11 = Vector256.LoadUnsafe(ref start1, HalfLanes);
            var sum12 = Vector256.LoadUnsafe(ref start1, 2 * HalfLanes);
            var sum13 = Vector256.LoadUnsafe(ref start1, 3 * HalfLanes);
            ref var left1 = ref Unsafe.Add(ref left, rowStride);
            nint at = 0;
            for (; depth > 0; depth--)
            {
                var right0 = Vector256.LoadUnsafe(ref right);
                var right1 = Vector256.LoadUnsafe(ref right, HalfLanes);
                var right2 = Vector256.LoadUnsafe(ref right, 2 * HalfLanes);
                var right3 = Vector256.LoadUnsafe(ref right, 3 * HalfLanes);
                var factor = Vector256.Create(Unsafe.Add(ref left, at));
                sum00 = Vector256.FusedMultiplyAdd(factor, right0, sum00);
                sum01 = Vector256.FusedMultiplyAdd(factor, right1, sum01);
                sum02 = Vector256.FusedMultiplyAdd(factor, right2, sum02);
                sum03 = Vector256.FusedMultiplyAdd(factor, right3, sum03);
                factor = Vector256.Create(Unsafe.Add(ref left1, at));
                sum10 = Vector256.FusedMultiplyAdd(factor, right0, sum10);
                sum11 = Vector256.FusedMultiplyAdd(factor, right1, sum11);
                sum12 = Vector256.FusedMultiplyAdd(factor, right2, sum12);
                sum13 = Vector256.FusedMultiplyAdd(factor, right3, sum13);
                at += depthStride;
                right = ref Unsafe.Add(ref right, rightStride);
            }

            sum00.StoreUnsafe(ref result);
            sum01.StoreUnsafe(ref result, HalfLanes);
            sum02.StoreUnsafe(ref result, 2 * HalfLanes);
            sum03.StoreUnsafe(ref result, 3 * HalfLanes);
            ref var result1 = ref Unsafe.Add(ref result, resultStride);
            sum10.StoreUnsafe(ref result1);
            sum11.StoreUnsafe(ref result1, HalfLanes);
            sum12.StoreUnsafe(ref result1, 2 * HalfLanes);
            sum13.StoreUnsafe(ref result1, 3 * HalfLanes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OneRow(
        nint depth, ref double left, nint depthStride, ref double right, nint rightStride, ref double start, ref double result)
    {
        unchecked
        {
            var sum0 = Vector256.LoadUnsafe(ref start);
            var sum1 = Vector256.LoadUnsafe(ref start, HalfLanes);
            var sum2 = Vector256.LoadUnsafe(ref start, 2 * HalfLanes);
            var sum3 = Vector256.LoadUnsafe(ref start, 3 * HalfLanes);
            for (; depth > 0; depth--)
            {
                var factor = Vector256.Create(left);
                sum0 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref right), sum0);
                sum1 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref right, HalfLanes), sum1);
                sum2 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref right, 2 * HalfLanes), sum2);
                sum3 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref right, 3 * HalfLanes), sum3);
                left = ref Unsafe.Add(ref left, depthStride);
                right = ref Unsafe.Add(ref right, rightStride);
            }

            sum0.StoreUnsafe(ref result);
            sum1.StoreUnsafe(ref result, HalfLanes);
            sum2.StoreUnsafe(ref result, 2 * HalfLanes);
            sum3.StoreUnsafe(ref result, 3 * HalfLanes);
        }
    }
}
