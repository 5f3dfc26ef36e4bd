using NlOpt.Modeling;

namespace NlOpt.Formulation.Tests.Modeling;

internal static class Samples
{
    /// <summary>A small model with one of everything.</summary>
    public static Model Bakery { get; } = MakeBakery();

    /// <summary>A sparse model with exactly <paramref name="entriesARow"/> entries a row.</summary>
    public static Model Large(int rows, int columns, int entriesARow)
    {
        var random = new Random(1);
        var builder = new ModelBuilder("large");
        for (var i = 0; i < columns; i++) builder.AddVariable($"x{i}", (VariableKind)(i % 3));
        for (var i = 0; i < rows; i++)
        {
            var terms = Enumerable.Range(0, entriesARow).Select(k => new Term(new(((i * 7) + (k * 131)) % columns), random.NextDouble()));
            builder.AddRow(LinearExpression.Of(terms), null, random.NextDouble() * 100);
        }

        builder.SetObjective(ObjectiveSense.Maximize, LinearExpression.Of(Enumerable.Range(0, columns).Select(i => new Term(new(i), random.Next(1, 9)))));
        return builder.Build();
    }

    private static Model MakeBakery()
    {
        var builder = new ModelBuilder("Corner bakery");
        var rye = builder.AddVariable("rye", VariableKind.Integer);
        var wheat = builder.AddVariable("wholemeal loaves", VariableKind.Integer, 10, 250);
        var flour = builder.AddVariable("flour", upper: 120.5);
        var change = builder.AddVariable("change_of_stock", lower: null);
        var debt = builder.AddVariable("debt", lower: null, upper: -5);
        var oven = builder.AddVariable("second_oven", VariableKind.Binary);
        var shut = builder.AddVariable("shut", VariableKind.Binary, 0, 0);
        var spare = builder.AddVariable("spare");
        builder.SetObjective(ObjectiveSense.Maximize, LinearExpression.Of([new(rye, 2.4), new(wheat, 3), new(flour, -0.85), new(oven, -40)], 12.5));
        builder.AddRow(LinearExpression.Of([new(rye, 0.5), new(wheat, 0.75), new(flour, -1)]), null, 0, "flour use");
        builder.AddRow(LinearExpression.Of([new(rye, 1), new(wheat, 1)]), 40, 300, "loaves");
        builder.AddRow(LinearExpression.Of([new(flour, 1), new(change, 1), new(debt, -1)]), 100, 100, "balance");
        builder.AddRow(LinearExpression.Of([new(rye, 1), new(wheat, -1)]), -20, null);
        builder.AddRow(LinearExpression.Of([new(oven, 1), new(shut, 1)]), null, null, "watched");
        builder.AddIndicator(oven, false, LinearExpression.Of([new(rye, 1), new(wheat, 1)]), null, 180, "one_oven");
        builder.AddIndicator(oven, true, LinearExpression.Of([new(spare, 1)]), 1, 1);
        return builder.Build();
    }
}
