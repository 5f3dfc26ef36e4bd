using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation.Tests.Modeling;

/// <summary>The same model said differently: variables renamed and permuted, rows scaled, repeated, split and shuffled, bounds written as rows.</summary>
internal static class Rewriting
{
    public static Model Of(Model model, Random random, out ImmutableArray<VariableId> correspondence)
    {
        var places = Enumerable.Range(0, model.Variables.Length).ToArray();
        random.Shuffle(places);
        correspondence = [.. places.Select(place => new VariableId(place))];
        var map = correspondence;
        var builder = new ModelBuilder("rewritten");
        var rows = new List<(LinearExpression Expression, double? Lower, double? Upper)>();
        foreach (var variable in model.Variables.OrderBy(variable => places[variable.Id.Index]))
        {
            var own = LinearExpression.Of([new(map[variable.Id.Index], 1)]);
            var (lower, upper) = (variable.Lower, variable.Upper);
            var kind = variable.Kind;
            if (kind != VariableKind.Binary && random.Next(2) == 0)
            {
                if (lower is not null || upper is not null) rows.Add((own, lower, upper));
                (lower, upper) = (null, null);
            }

            builder.AddVariable($"v{random.Next()}", kind, lower, upper);
        }

        builder.SetObjective(model.Objective.Sense, Renamed(model.Objective.Expression));
        foreach (var row in model.Rows)
        {
            var expression = Renamed(row.Expression);
            if (row is { Lower: not null, Upper: not null } && random.Next(2) == 0)
            {
                rows.Add((expression, row.Lower, null));
                rows.Add((expression, null, row.Upper));
            }
            else
            {
                rows.Add((expression, row.Lower, row.Upper));
            }

            if (random.Next(4) == 0) rows.Add(rows[^1]);
            if (random.Next(4) == 0) rows.Add((expression, null, row.Upper is { } upper ? upper + 1 : null));
        }

        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        foreach (var (expression, lower, upper) in shuffled) AddScaled(expression, lower, upper, (e, l, u) => builder.AddRow(e, l, u));
        foreach (var indicator in model.Indicators)
        {
            AddScaled(
                Renamed(indicator.Expression), indicator.Lower, indicator.Upper,
                (e, l, u) => builder.AddIndicator(map[indicator.Binary.Index], indicator.ActiveValue, e, l, u));
        }

        return builder.Build();

        LinearExpression Renamed(LinearExpression expression) =>
            LinearExpression.Of(expression.Terms.Select(term => term with { Variable = map[term.Variable.Index] }), expression.Constant);

        void AddScaled(LinearExpression expression, double? lower, double? upper, Action<LinearExpression, double?, double?> add)
        {
            var factor = (random.NextDouble() + 0.1) * Math.Pow(10, random.Next(-3, 4)) * (random.Next(2) == 0 ? 1 : -1);
            var scaled = LinearExpression.Of(expression.Terms.Select(term => term with { Coefficient = term.Coefficient * factor }));
            if (factor < 0) (lower, upper) = (upper, lower);
            add(scaled, lower * factor, upper * factor);
        }
    }
}
