using NlOpt.Modeling;

namespace NlOpt.Conformance.Solvers;

/// <summary>Seeded models.</summary>
internal static class Generator
{
    /// <summary>Up to six integer variables of small domains, all row kinds, indicators at times; feasible or not.</summary>
    public static ModelDraft SmallInteger(int seed)
    {
        var random = new Random(seed);
        var draft = new ModelDraft { Sense = random.Next(2) == 0 ? ObjectiveSense.Minimize : ObjectiveSense.Maximize, Constant = random.Next(-3, 4) };
        var count = random.Next(2, 7);
        for (var index = 0; index < count; index++)
        {
            if (index == 0 || random.Next(2) == 0) draft.Variable(random.Next(-9, 10), 0, 1, VariableKind.Binary);
            else draft.Variable(random.Next(-9, 10), random.Next(-3, 1), random.Next(1, 4), VariableKind.Integer);
        }

        for (var row = random.Next(1, 5); row > 0; row--)
        {
            var (lower, upper) = Sides(random, random.Next(-6, 9));
            draft.Row(lower, upper, Terms(random, count));
        }

        if (random.Next(3) == 0) draft.Indicator(0, random.Next(2) == 0, null, random.Next(-2, 5), Terms(random, count));
        if (random.Next(3) == 0) draft.Indicator(0, random.Next(2) == 0, random.Next(-2, 5), null, Terms(random, count));
        return draft;
    }

    /// <summary>A small linear program, all row kinds and bounds; may be infeasible or unbounded.</summary>
    public static ModelDraft SmallLinear(int seed)
    {
        var random = new Random(seed);
        var draft = new ModelDraft { Sense = random.Next(2) == 0 ? ObjectiveSense.Minimize : ObjectiveSense.Maximize, Constant = random.Next(-3, 4) };
        var count = random.Next(2, 6);
        for (var index = 0; index < count; index++)
            draft.Variable(Number(random), random.Next(8) == 0 ? null : random.Next(-2, 1), random.Next(3) == 0 ? null : random.Next(1, 9));
        for (var row = random.Next(2, 6); row > 0; row--)
        {
            var (lower, upper) = Sides(random, Math.Abs(Number(random)) * 2);
            draft.Row(lower, upper, [.. Terms(random, count).Select(term => (term.Column, term.Coefficient + random.Next(1, 9) / 16.0))]);
        }

        return draft;
    }

    /// <summary>
    /// A sparse, banded linear program made from its own optimum: values x, multipliers y and d are drawn so that they complement each
    /// other, then the costs are c = A'y + d and the sides those that x reaches.
    /// </summary>
    public static ModelDraft LinearWithKnownOptimum(int rows, int columns, int seed, out double optimum)
    {
        var random = new Random(seed);
        var values = new double[columns];
        var costs = new double[columns];
        for (var index = 0; index < columns; index++)
        {
            var isBetween = random.Next(2) == 0;
            values[index] = isBetween ? 1 + random.Next(1, 90) / 10.0 : 0;
            costs[index] = isBetween ? 0 : random.Next(1, 50) / 10.0;
        }

        var draft = new ModelDraft();
        for (var row = 0; row < rows; row++)
        {
            var terms = Enumerable.Range(0, 8).Select(_ => (int)((long)row * columns / rows + random.Next(12)) % columns).Distinct()
                .Select(column => (column, (double)random.Next(1, 20) * (random.Next(3) == 0 ? -1 : 1))).ToArray();
            var activity = terms.Sum(term => term.Item2 * values[term.column]);
            var multiplier = random.Next(2) == 0 ? 0 : random.Next(1, 30) / 10.0;
            foreach (var (column, coefficient) in terms) costs[column] += multiplier * coefficient;
            draft.Row(multiplier == 0 ? activity - random.Next(1, 20) : activity, null, terms);
        }

        for (var index = 0; index < columns; index++) draft.Variable(costs[index], 0, 10);
        optimum = draft.Objective(values);
        return draft;
    }

    public static ModelDraft Assignment(int size, VariableKind kind, out double[,] costs)
    {
        var random = new Random(50);
        costs = new double[size, size];
        var draft = new ModelDraft();
        for (var index = 0; index < size * size; index++)
            draft.Variable(costs[index / size, index % size] = random.Next(1, 1000), 0, 1, kind);
        for (var one = 0; one < size; one++)
        {
            var fixedIndex = one;
            draft.Row(1, 1, [.. Enumerable.Range(0, size).Select(other => (fixedIndex * size + other, 1.0))]);
            draft.Row(1, 1, [.. Enumerable.Range(0, size).Select(other => (other * size + fixedIndex, 1.0))]);
        }

        return draft;
    }

    /// <summary>A market split: few rows, yes-or-no variables, no structure; far beyond any engine within a test's patience.</summary>
    public static ModelDraft HardInteger()
    {
        const int Markets = 6, Products = 50;
        var random = new Random(4);
        var draft = new ModelDraft();
        for (var product = 0; product < Products; product++) draft.Variable(0, 0, 1, VariableKind.Binary);
        for (var market = 0; market < 2 * Markets; market++) draft.Variable(1, 0, 5000, VariableKind.Integer);
        for (var market = 0; market < Markets; market++)
        {
            var sales = Enumerable.Range(0, Products).Select(product => (product, (double)random.Next(100))).ToArray();
            var half = Math.Floor(sales.Sum(sale => sale.Item2) / 2);
            draft.Row(half, half, [.. sales, (Products + 2 * market, 1), (Products + 2 * market + 1, -1)]);
        }

        return draft;
    }

    /// <summary>A packing program of 2500 rows and variables that takes simplex and first-order methods seconds.</summary>
    public static ModelDraft HardLinear()
    {
        const int Size = 2500;
        var random = new Random(5);
        var draft = new ModelDraft().Maximize();
        for (var index = 0; index < Size; index++) draft.Variable(1 + random.Next(1000) / 7.0);
        for (var row = 0; row < Size; row++)
            draft.Row(null, 6000, [.. Enumerable.Range(0, 60).Select(_ => (random.Next(Size), 1 + random.Next(100_000) / 1000.0))]);
        return draft;
    }

    private static (double? Lower, double? Upper) Sides(Random random, double side) => random.Next(5) switch
    {
        0 => (side, side),
        1 => (side, null),
        2 => (side - 4, side),
        _ => (null, side),
    };

    private static (int Column, double Coefficient)[] Terms(Random random, int count) =>
        [.. Enumerable.Range(0, count).Where(_ => random.Next(4) > 0).Select(column => (column, (double)random.Next(-5, 6)))];

    private static double Number(Random random) => random.Next(-90, 91) / 10.0 + random.Next(100) / 1000.0;
}
