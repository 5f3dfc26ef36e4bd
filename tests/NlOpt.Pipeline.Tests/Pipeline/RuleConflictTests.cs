using FluentAssertions;
using NlOpt.Formulation;
using NlOpt.Solving.OrTools;
using Xunit;
using static NlOpt.Pipeline.Tests.Workshop;

namespace NlOpt.Pipeline.Tests;

public class RuleConflictTests
{
    private static IEnumerable<int> Find(params Statement[] statements) =>
        RuleConflict.Find(Lowering.Lower(Problem(Profit, [.. statements])).Value, OrToolsSolvers.Automatic);

    [Fact]
    public void Two_bounds_that_contradict_each_other_are_named_rather_than_a_total() =>
        Find(Hours(60), AtLeast(Chairs, 50), AtMost(Chairs, 10)).Should().Equal(1, 2);

    [Fact]
    public void A_rule_that_was_said_early_is_preferred_among_alike() =>
        Find(AtLeast(Chairs, 50), AtMost(Chairs, 10), AtMost(Chairs, 20)).Should().Equal(0, 1);

    [Fact]
    public void A_total_is_named_where_no_narrower_rules_contradict_each_other() =>
        Find(Hours(60), AtLeast(Chairs, 50), AtMost(Tables, 10)).Should().Equal(0, 1);

    [Fact]
    public void Rules_that_can_be_met_have_no_conflict() => Find(Hours(60), AtMost(Chairs, 10)).Should().BeEmpty();
}
