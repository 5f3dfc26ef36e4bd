using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Conflicts between statements, with their repairs.</summary>
internal static class ConflictSearch
{
    public static Result<ConflictReport> Find(
        ProblemFormulation formulation, ISolver solver, DiagnosisOptions options, CancellationToken cancellationToken)
    {
        var musts = options.Musts;
        if (musts.Any(index => index < 0 || index >= formulation.Statements.Length))
            throw new ArgumentException("A must is no statement of the formulation.", nameof(options));
        var grouping = GroupedFormulation.Of(formulation, options.Kinds, musts);
        if (!grouping.TryGetValue(out var grouped)) return Result.Failure<ConflictReport>(grouping.Diagnostics);
        var series = new SolveSeries(solver, options.Solver, cancellationToken);
        var found = InfeasibilitySearch.Find(grouped.Lowered.Model, grouped.Groups, grouped.Order, grouped.Kept, series);
        var repairs = new RepairSearch(grouped, options, series);
        ImmutableArray<RuleConflict> conflicts = [.. found.Sets.Select(set => Described(set, found.Sets, grouped, repairs))];
        return Result.Success(new ConflictReport(conflicts, found.IsComplete, Together(conflicts, grouped, repairs)), grouping.Diagnostics);
    }

    private static RuleConflict Described(InfeasibleSet set, ImmutableArray<InfeasibleSet> all, GroupedFormulation grouped, RepairSearch search)
    {
        ImmutableArray<ConflictMember> members = [.. set.Groups.Select(group => grouped.Members[group])];
        List<int> changeable = [.. set.Groups.Where(group => !grouped.Kept.Contains(group))];
        HashSet<int> absent = [.. all.Where(other => other != set).SelectMany(other => other.Groups).Where(group => !grouped.Kept.Contains(group))];
        ImmutableArray<Repair> repairs =
        [
            .. changeable.Select(index => search.Of(index, absent)).OfType<Repair>().OrderBy(repair => repair.Cost).ThenBy(repair => repair.StatementIndex),
        ];
        var isAmongMusts = changeable.Count == 0;
        return new(members, set.IsIrreducible, isAmongMusts, repairs, ConflictWords.Of(members, isAmongMusts, repairs, grouped.Formulation));
    }

    private static ImmutableArray<Repair> Together(ImmutableArray<RuleConflict> conflicts, GroupedFormulation grouped, RepairSearch search)
    {
        if (conflicts.IsEmpty || conflicts.Any(conflict => conflict.IsAmongMusts)) return [];
        if (conflicts.All(conflict => !conflict.Repairs.IsEmpty))
        {
            ImmutableArray<Repair> cheapest = [.. conflicts.Select(conflict => conflict.Repairs[0])];
            var changed = cheapest.ToImmutableDictionary(repair => repair.StatementIndex, repair => repair.Repaired);
            if (search.IsFeasible(changed, ImmutableHashSet<int>.Empty)) return cheapest;
        }

        return search.Together(Enumerable.Range(0, grouped.Formulation.Statements.Length).Where(index => !grouped.Kept.Contains(index)));
    }
}
