using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>
/// Irreducible infeasible sets by the deletion filter (Chinneck and Dravnieks, 1991) over groups of rows, bounds and integralities: a group that
/// the rest is infeasible without is dropped for good, every other one stays. Halves of the groups are tried together before each by itself, which
/// is quicker where few of many are in conflict. It asks only whether models are feasible, so that it holds for
/// models with integers and indicator rows as well.
/// </summary>
public static class InfeasibilitySearch
{
    /// <summary>Finds infeasible sets until the rest is feasible.</summary>
    /// <param name="model">The model. What a group says must not depend on other groups, as constants derived from their limits would.</param>
    /// <param name="groups">Its groups.</param>
    /// <param name="order">
    /// The order in which groups are tried for dropping, each position once: those that come last are the likeliest to be named.
    /// </param>
    /// <param name="kept">
    /// Groups that nobody may give up: sets may share them, and where they cannot hold by themselves, that is the one set found.
    /// </param>
    /// <param name="series">Solves about one model a group and set.</param>
    public static InfeasibilityReport Find(
        Model model, ImmutableArray<ConstraintGroup> groups, ImmutableArray<int> order, IReadOnlySet<int> kept, SolveSeries series)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(series);
        if (groups.IsDefault || !order.Order().SequenceEqual(Enumerable.Range(0, groups.Length)))
            throw new ArgumentException("The order must hold each group once.", nameof(order));
        var search = new Search(model, groups, order, series);
        HashSet<int> absent = [.. order.Where(group => !kept.Contains(group))];
        if (search.IsInfeasible(absent) == true) return new([search.Reduce(absent)], IsComplete: false);
        absent.Clear();
        var sets = ImmutableArray.CreateBuilder<InfeasibleSet>();
        while (true)
        {
            if (search.IsInfeasible(absent) is not true and var answer) return new(sets.ToImmutable(), IsComplete: answer == false);
            var found = search.Reduce(absent);
            sets.Add(found);
            var known = absent.Count;
            absent.UnionWith(found.Groups.Where(group => !kept.Contains(group)));
            if (absent.Count == known) return new(sets.ToImmutable(), IsComplete: false);
        }
    }

    private sealed class Search(Model model, ImmutableArray<ConstraintGroup> groups, ImmutableArray<int> order, SolveSeries series)
    {
        /// <summary>Whether the model is infeasible without some groups; null when that was not settled.</summary>
        public bool? IsInfeasible(IReadOnlySet<int> absent) => !series.IsFeasible(PartialModel.Without(model, groups, absent).Build());

        /// <summary>The deletion filter on the groups that are not absent, which cannot hold together.</summary>
        public InfeasibleSet Reduce(IReadOnlySet<int> absent)
        {
            HashSet<int> dropped = [.. absent];
            var isProven = Drop([.. order.Where(group => !absent.Contains(group))], dropped);
            return new([.. Enumerable.Range(0, groups.Length).Where(group => !dropped.Contains(group))], isProven);
        }

        /// <summary>Drops what can be dropped of some groups; tells whether each that stays was proven to be needed.</summary>
        private bool Drop(ReadOnlySpan<int> candidates, HashSet<int> dropped)
        {
            foreach (var candidate in candidates) dropped.Add(candidate);
            var answer = IsInfeasible(dropped);
            if (answer == true) return true;
            foreach (var candidate in candidates) dropped.Remove(candidate);
            if (candidates.Length <= 1) return answer is not null;
            var half = candidates.Length / 2;
            return Drop(candidates[..half], dropped) & Drop(candidates[half..], dropped);
        }
    }
}
