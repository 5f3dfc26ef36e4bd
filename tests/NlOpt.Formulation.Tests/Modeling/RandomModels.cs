using NlOpt.Modeling;

namespace NlOpt.Formulation.Tests.Modeling;

/// <summary>Random models for properties: every kind of variable, row and bound, names and numbers that formats find hard.</summary>
internal static class RandomModels
{
    private static readonly string[] HardNames =
    [
        "free", "Bounds", "st", "s.t.", "e", "e5", "E2x", "inf", "Infinity", "end", "3x", ".5", "x;", "a b", " lead", "tail ", "a-b", "a+b", "x^2", "x:y",
        "Brötchen", "名前", "𝒙", "a\\b", "line\nbreak", "tab\there", "\"quoted\"", "'MARKER'", "$cost", "*star", "nlopt: {}", "obj", "RHS", "BND", "row", "row_1",
        "variable_a_b", "a_b", "[1]", "{x}", "x,1", "<=", "->", "null", "0", "-", "_", "#1", "50%", "\u0001", "a\u0085b", "N", "FR", new string('l', 300),
        new string('l', 299) + "m",
    ];

    private static readonly double[] HardNumbers =
    [
        0.1, 1.0 / 3, -2.5, 1e-300, 5e-324, -1e19, 1e20, -1e20, 1e25, -1e30, 1e300, 1.7e308, -1.7e308, 123456789.123456789, 1e15, -0.0, 9007199254740993,
    ];

    /// <summary>A model whose names and numbers come from everything a model may hold.</summary>
    public static Model Any(int seed)
    {
        var random = new Random(seed);
        var builder = new ModelBuilder(random.Next(3) == 0 ? null : Name(random, "model", [""]));
        var (names, rowNames) = (new HashSet<string>(), new HashSet<string>());
        var binaries = new List<VariableId>();
        var count = random.Next(0, 9);
        for (var i = 0; i < count; i++)
        {
            var kind = (VariableKind)random.Next(3);
            var (lower, upper) = kind == VariableKind.Binary ? BinaryBounds(random) : Sides(random);
            if (random.Next(3) == 0) (lower, upper) = (0, kind == VariableKind.Binary ? 1 : null);
            var id = builder.AddVariable(Unique(random, "x", names)!, kind, lower, upper);
            if (kind == VariableKind.Binary) binaries.Add(id);
        }

        builder.SetObjective((ObjectiveSense)random.Next(2), Expression(random, count, random.Next(2) == 0 ? 0 : Number(random)));
        for (var i = random.Next(0, 9); i > 0; i--)
        {
            var (lower, upper) = Sides(random);
            builder.AddRow(Expression(random, count, 0), lower, upper, random.Next(4) == 0 ? null : Unique(random, "c", rowNames));
        }

        for (var i = random.Next(0, 4); i > 0 && binaries.Count > 0; i--)
        {
            var (lower, upper) = Sides(random);
            var binary = binaries[random.Next(binaries.Count)];
            builder.AddIndicator(binary, random.Next(2) == 0, Expression(random, count, 0), lower, upper, random.Next(4) == 0 ? null : Unique(random, "c", rowNames));
        }

        return builder.Build();
    }

    /// <summary>A model of the kind that people state: plain names, numbers of a few digits, and ties between variables.</summary>
    public static Model Plain(int seed)
    {
        var random = new Random(seed);
        var builder = new ModelBuilder();
        var count = random.Next(1, 7);
        var binaries = new List<VariableId>();
        for (var i = 0; i < count; i++)
        {
            var kind = (VariableKind)random.Next(3);
            var upper = kind != VariableKind.Binary && random.Next(3) == 0 ? random.Next(5, 20) : (double?)null;
            var id = builder.AddVariable($"x{i}", kind, random.Next(4) == 0 ? null : 0, upper);
            if (kind == VariableKind.Binary) binaries.Add(id);
        }

        builder.SetObjective((ObjectiveSense)random.Next(2), PlainExpression(random, count));
        for (var i = random.Next(0, 6); i > 0; i--)
        {
            double? lower = random.Next(2) == 0 ? random.Next(-5, 2) : null;
            double? upper = random.Next(2) == 0 || lower is null ? random.Next(5, 40) / 4.0 : null;
            if (random.Next(4) == 0) lower = upper;
            builder.AddRow(PlainExpression(random, count), lower, upper, random.Next(2) == 0 ? $"c{i}" : null);
        }

        if (binaries.Count > 0 && random.Next(2) == 0)
            builder.AddIndicator(binaries[random.Next(binaries.Count)], random.Next(2) == 0, PlainExpression(random, count), null, random.Next(1, 9));
        return builder.Build();
    }

    private static LinearExpression PlainExpression(Random random, int count)
    {
        double[] few = [1, 1, 1, 2, -1, 3, 0.7];
        return LinearExpression.Of(
            Enumerable.Range(0, count).Where(_ => random.Next(3) > 0).Select(i => new Term(new VariableId(i), few[random.Next(few.Length)])));
    }

    private static LinearExpression Expression(Random random, int count, double constant) =>
        LinearExpression.Of(Enumerable.Range(0, count).Where(_ => random.Next(2) == 0).Select(i => new Term(new VariableId(i), Number(random))), constant);

    private static (double? Lower, double? Upper) Sides(Random random)
    {
        var (one, other) = (Number(random), random.Next(5) == 0 ? double.NaN : Number(random));
        if (double.IsNaN(other)) other = one;
        return random.Next(4) switch
        {
            0 => (null, null),
            1 => (one, null),
            2 => (null, one),
            _ => (Math.Min(one, other), Math.Max(one, other)),
        };
    }

    private static (double? Lower, double? Upper) BinaryBounds(Random random) => random.Next(4) switch
    {
        0 => (1, 1),
        1 => (0, 0),
        2 => (0.25, null),
        _ => (null, 0.5),
    };

    private static double Number(Random random) => random.Next(5) switch
    {
        0 => HardNumbers[random.Next(HardNumbers.Length)],
        1 => random.Next(-100, 100),
        2 => Math.Round((random.NextDouble() - 0.5) * 100, 3),
        3 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 19)),
        _ => 1,
    };

    private static string? Unique(Random random, string stem, HashSet<string> taken)
    {
        while (true)
        {
            var name = Name(random, stem + random.Next(100), HardNames);
            if (taken.Add(name)) return name;
        }
    }

    private static string Name(Random random, string plain, string[] others) =>
        random.Next(2) == 0 ? plain : random.Next(4) == 0 && others.Length == 1 ? others[0] : HardNames[random.Next(HardNames.Length)];
}
