using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Finds the smallest change of a statement that ends a conflict; whatever it gives was checked by a solve of the changed problem.</summary>
internal sealed class RepairSearch(GroupedFormulation grouped, DiagnosisOptions options, SolveSeries series)
{
    private readonly ElasticSearch _elastic = new(grouped, series);

    private ProblemFormulation Formulation => grouped.Formulation;

    /// <summary>The repair of one statement.</summary>
    /// <param name="index">The statement.</param>
    /// <param name="absent">Statements of other conflicts, which are looked at apart.</param>
    /// <returns>Null when no change of it alone helps, or when that was not settled.</returns>
    public Repair? Of(int index, IReadOnlySet<int> absent)
    {
        if (MovedLimit(index, absent) is { } moved) return Described(index, moved, absent.Count == 0);
        return series.IsFeasible(grouped.Without(absent.Append(index)).Build()) == true ? Described(index, null, absent.Count == 0) : null;
    }

    /// <summary>The smallest changes of several limits at once; empty when they do not help.</summary>
    public ImmutableArray<Repair> Together(IEnumerable<int> statements)
    {
        List<int> movable = [.. statements.Where(index => StatementLimit.Of(Formulation.Statements[index]) is not null)];
        if (_elastic.Amounts(ImmutableHashSet<int>.Empty, movable) is not { } amounts) return [];
        var changed = ImmutableDictionary<int, Statement?>.Empty;
        foreach (var (index, amount) in amounts)
        {
            var statement = Formulation.Statements[index];
            var limit = StatementLimit.Of(statement)!;
            if (amount is not { } needed || IsMetBy(limit, needed)) continue;
            var moved = StatementLimit.Moved(limit, needed, isRounded: true);
            changed = changed.Add(index, IsPointless(statement, moved) ? null : StatementLimit.With(statement, moved));
        }

        return IsFeasible(changed, ImmutableHashSet<int>.Empty)
            ? [.. changed.OrderBy(pair => pair.Key).Select(pair => Described(pair.Key, pair.Value, isEnough: false))]
            : [];
    }

    /// <summary>Whether all rules but the absent ones can be met with some statements changed, or given up where null.</summary>
    public bool IsFeasible(ImmutableDictionary<int, Statement?> changed, IReadOnlySet<int> absent)
    {
        var statements = Formulation.Statements.ToBuilder();
        foreach (var (index, statement) in changed)
            if (statement is not null) statements[index] = statement;
        var regrouped = GroupedFormulation.Of(Formulation with { Statements = statements.ToImmutable() }, options.Kinds, ImmutableHashSet<int>.Empty);
        var gone = absent.Concat(changed.Where(pair => pair.Value is null).Select(pair => pair.Key));
        return regrouped.TryGetValue(out var other) && series.IsFeasible(other.Without(gone).Build()) == true;
    }

    private Statement? MovedLimit(int index, IReadOnlySet<int> absent)
    {
        var statement = Formulation.Statements[index];
        if (StatementLimit.Of(statement) is not { } limit || _elastic.Amounts(absent, [index])?[index] is not { } amount) return null;
        if (StatementLimit.IsRatio(statement)) amount = _elastic.NearestRatio(absent, index, amount);
        foreach (var isRounded in (bool[])[true, false])
        {
            var moved = StatementLimit.Moved(limit, amount, isRounded);
            if (moved.Equals(limit) || IsPointless(statement, moved)) continue;
            var repaired = StatementLimit.With(statement, moved);
            if (IsFeasible(ImmutableDictionary<int, Statement?>.Empty.Add(index, repaired), absent)) return repaired;
        }

        return null;
    }

    /// <summary>A floor of nothing is no rule any more; a difference may well be less than nothing.</summary>
    private static bool IsPointless(Statement statement, Limit limit) =>
        limit is Limit.AtLeast({ Value: <= 0 }) && statement is not Statement.SumComparison { Difference: not null };

    private static bool IsMetBy(Limit limit, double amount) =>
        (limit.Lower is not { } low || amount >= low - 1e-6 * Math.Max(1, Math.Abs(low)))
        && (limit.Upper is not { } high || amount <= high + 1e-6 * Math.Max(1, Math.Abs(high)));

    private Repair Described(int index, Statement? repaired, bool isEnough)
    {
        var statement = Formulation.Statements[index];
        if (repaired is null) return new(index, null, null, null, double.PositiveInfinity, isEnough, "without it, the others can be met");
        var (before, after) = (StatementLimit.Of(statement)!.Numbers, StatementLimit.Of(repaired)!.Numbers);
        var (from, to) = before.Zip(after, (was, now) => (was.Value, now.Value)).First(pair => pair.Item1 != pair.Item2);
        var cost = Math.Abs(to - from) / Math.Max(1, Math.Abs(from));
        var (shortened, whole) = (LimitWords.Bare(statement, from, Formulation), LimitWords.Of(statement, to, Formulation));
        return new(index, repaired, from, to, cost, isEnough, $"{whole} instead of {shortened} would fit");
    }
}
