using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>Draws statements that a plan keeps, by template.</summary>
internal sealed class StatementDraw
{
    private readonly RandomNumbers _random;
    private readonly NumberDraw _numbers;
    private readonly SituationDraw _situation;
    private readonly Family _family;
    private readonly SampledObjective _objective;
    private readonly double[] _plan;
    private readonly Dictionary<string, AmountColumn> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Saying?>> _draws;

    public StatementDraw(NumberDraw numbers, SituationDraw situation, Family family, SampledObjective objective, double[] plan)
    {
        (_random, _numbers, _situation, _family, _objective, _plan) = (numbers.Random, numbers, situation, family, objective, plan);
        foreach (var column in new[] { objective.Column, objective.Deduction })
            if (column is not null) _columns[column.Amount.Id] = column;
        _draws = new(StringComparer.Ordinal)
        {
            ["upper-bound"] = () => Bound(LimitDirection.AtMost),
            ["lower-bound"] = () => Bound(LimitDirection.AtLeast),
            ["equality"] = () => Bound(LimitDirection.Exactly),
            ["range"] = () => Bound(LimitDirection.Between),
            ["sum-upper-bound"] = () => Sum(LimitDirection.AtMost),
            ["sum-lower-bound"] = () => Sum(LimitDirection.AtLeast),
            ["sum-equality"] = () => Sum(LimitDirection.Exactly),
            ["sum-range"] = () => Sum(LimitDirection.Between),
            ["weighted-sum-upper-bound"] = () => Row(LimitDirection.AtMost),
            ["weighted-sum-lower-bound"] = () => Row(LimitDirection.AtLeast),
            ["weighted-sum-equality"] = () => Row(LimitDirection.Exactly),
            ["weighted-sum-range"] = () => Row(LimitDirection.Between),
            ["proportion-upper-bound"] = () => Share(LimitDirection.AtMost),
            ["proportion-lower-bound"] = () => Share(LimitDirection.AtLeast),
            ["proportion-equality"] = () => Share(LimitDirection.Exactly),
            ["proportion-range"] = () => Share(LimitDirection.Between),
            ["comparison"] = () => Comparison(isEqual: false),
            ["comparison-equality"] = () => Comparison(isEqual: true),
        };
    }

    /// <summary>A statement of a template; null where none fits any more.</summary>
    public Saying? Draw(string template) => _draws[template]();

    private Saying? Bound(LimitDirection direction)
    {
        var variable = _random.NextIndex(_plan.Length);
        var isWhole = _family.Whole;
        if (direction is LimitDirection.AtMost or LimitDirection.AtLeast && _random.Chance(0.16) && _plan.Length <= 3)
        {
            var all = Enumerable.Range(0, _plan.Length).ToImmutableArray();
            if (all.Any(index => _said.Contains(Key(index)))) return null;
            foreach (var index in all) _said.Add(Key(index));
            if (_random.Chance(0.3))
            {
                var planned = direction == LimitDirection.AtMost ? _plan.Max() : _plan.Min();
                return new BoundSaying(all, [new SampledLimit(direction, Limit(planned, direction, isWhole))]);
            }

            return new BoundSaying(all, [.. all.Select(index => new SampledLimit(direction, Limit(_plan[index], direction, isWhole)))]);
        }

        if (_plan[variable] < 2 || !_said.Add(Key(variable))) return null;
        return direction switch
        {
            LimitDirection.Exactly when _said.Add($"x{variable}") => new BoundSaying([variable], [new(direction, _numbers.Number(_plan[variable]))]),
            LimitDirection.Between when _said.Add($"x{variable}") => new BoundSaying(
                [variable], [new(direction, Limit(_plan[variable], LimitDirection.AtLeast, isWhole), Limit(_plan[variable] + 1, LimitDirection.AtMost, isWhole))]),
            LimitDirection.AtMost or LimitDirection.AtLeast => new BoundSaying([variable], [new(direction, Limit(_plan[variable], direction, isWhole))]),
            _ => null,
        };

        string Key(int index) => direction == LimitDirection.AtMost ? $"u{index}" : $"l{index}";
    }

    private Saying? Sum(LimitDirection direction)
    {
        if (!_said.Add("sum")) return null;
        var total = _plan.Sum();
        var limit = direction switch
        {
            LimitDirection.Exactly => new SampledLimit(direction, _numbers.Number(total)),
            LimitDirection.Between => new(direction, Limit(total, LimitDirection.AtLeast, _family.Whole), Limit(total + 1, LimitDirection.AtMost, _family.Whole)),
            _ => new(direction, Limit(total, direction, _family.Whole)),
        };
        if (direction != LimitDirection.AtLeast || !_random.Chance(0.12)) return new SumSaying(_plan.Length, limit);
        var variable = _random.NextIndex(_plan.Length);
        return _said.Add($"l{variable}")
            ? new SumSaying(_plan.Length, limit, (variable, Limit(_plan[variable], LimitDirection.AtLeast, _family.Whole)))
            : new SumSaying(_plan.Length, limit);
    }

    private Saying? Row(LimitDirection direction)
    {
        var fitting = _family.Amounts.Where(amount => amount.IsLimited && Suits(amount, direction) && !_said.Contains("row " + amount.Id)).ToList();
        if (fitting.Count == 0) return null;
        // Now and then the wanted amount is limited too: a wage bill that is to be small and must stay below a budget.
        var amount = _random.Pick(fitting, amount => _columns.ContainsKey(amount.Id) ? 0.12 : 1);
        if (!_said.Add("row " + amount.Id)) return null;
        if (!_columns.TryGetValue(amount.Id, out var column)) _columns[amount.Id] = column = _situation.Column(amount, _plan.Length);
        var total = NumberDraw.Clean(column.Of(_plan));
        return new RowSaying(column, direction switch
        {
            LimitDirection.Exactly => new(direction, _numbers.Number(total)),
            LimitDirection.Between => new(direction, _numbers.Limit(total, isUpper: false, 2), _numbers.Limit(total, isUpper: true, 1.8)),
            _ => new(direction, _numbers.Limit(total, direction == LimitDirection.AtMost, 1.7, amount.Larger, isWhole: amount.Unit is null)),
        });
    }

    private bool Suits(Amount amount, LimitDirection direction) => (amount.Flow, direction) switch
    {
        (_, LimitDirection.Exactly or LimitDirection.Between) => amount.Flow is AmountFlow.Uses or AmountFlow.Gives,
        (AmountFlow.Uses, LimitDirection.AtLeast) => _objective.Sense == ObjectiveSense.Minimize && _random.Chance(0.06),
        (AmountFlow.Gives, LimitDirection.AtMost) => _random.Chance(0.06),
        (AmountFlow.Gives or AmountFlow.Earns, _) => direction == LimitDirection.AtLeast,
        _ => direction == LimitDirection.AtMost,
    };

    private Saying? Share(LimitDirection direction)
    {
        var variable = _random.NextIndex(_plan.Length);
        var share = _plan[variable] / _plan.Sum();
        if (!_said.Add($"share {(_plan.Length == 2 ? 0 : variable)}") && (direction is LimitDirection.Exactly or LimitDirection.Between || _random.Chance(0.7))) return null;
        if (!_said.Add($"share {variable} {direction}")) return null;
        switch (direction)
        {
            case LimitDirection.Exactly:
                var exact = NumberDraw.Clean(share);
                return Math.Abs(exact * 20 - Math.Round(exact * 20)) < 1e-9 ? new ShareSaying(_plan.Length, variable, new(direction, _numbers.Number(exact))) : null;
            case LimitDirection.Between:
                return _numbers.Share(share, isUpper: false) is { } low && _numbers.Share(share, isUpper: true) is { } high && low.Value < high.Value
                    ? new ShareSaying(_plan.Length, variable, new(direction, low, high)) : null;
            default:
                return _numbers.Share(share, direction == LimitDirection.AtMost) is { } number ? new ShareSaying(_plan.Length, variable, new(direction, number)) : null;
        }
    }

    private Saying? Comparison(bool isEqual)
    {
        var left = _random.NextIndex(_plan.Length);
        var right = (left + 1 + _random.NextIndex(_plan.Length - 1)) % _plan.Length;
        if (isEqual && _plan[left] < _plan[right]) (left, right) = (right, left);
        if (isEqual && _plan[left] / _plan[right] % 1 != 0) return null;
        if (!_said.Add($"pair {Math.Min(left, right)} {Math.Max(left, right)}")) return null;
        var ratio = _plan[left] / _plan[right];
        if (isEqual)
        {
            if (ratio == 1) return new ComparisonSaying(left, ComparisonOperator.Equal, null, right);
            return new ComparisonSaying(left, ComparisonOperator.Equal, _numbers.Number(ratio), right);
        }

        var isUpper = ratio < 1 || _random.Chance(0.12);
        var op = isUpper ? ComparisonOperator.AtMost : ComparisonOperator.AtLeast;
        var multiple = _random.Pick(Multiples.Where(multiple => isUpper ? multiple >= ratio && multiple <= ratio * 3 : multiple <= ratio && multiple >= ratio / 3)
            .DefaultIfEmpty(isUpper ? Math.Ceiling(ratio) : 1).ToList(), multiple => multiple switch { 1 => 1.9, 2 or 3 => 1.7, < 1 => 0.4, _ => 0.6 });
        return new ComparisonSaying(left, op, multiple == 1 ? null : _numbers.Number(multiple), right);
    }

    private static readonly ImmutableArray<double> Multiples = [0.2, 0.25, 1.0 / 3, 0.4, 0.5, 0.6, 2.0 / 3, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

    private SampledNumber Limit(double planned, LimitDirection direction, bool isWhole) =>
        _numbers.Limit(planned, direction == LimitDirection.AtMost, direction == LimitDirection.AtMost ? 2 : 3, null, isWhole);
}
