using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.Diagnosis;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Solving;

/// <summary>Diagnosis of models by hand; problems in the user's words are in the tests of the pipeline.</summary>
public class DiagnosisTests
{
    private static readonly SolveSeries Series = new(OrToolsSolvers.Automatic);

    [Fact]
    public void Groups_that_cannot_hold_together_are_found_one_set_after_the_other()
    {
        var builder = new ModelBuilder();
        var (x, y) = (builder.AddVariable("x"), builder.AddVariable("y", VariableKind.Integer));
        List<ConstraintGroup> groups =
        [
            Group(builder.AddRow(Sum((x, 1)), 5, null)),
            Group(builder.AddRow(Sum((x, 1)), null, 3)),
            Group(builder.AddRow(Sum((x, 1), (y, 1)), null, 100)),
            Group(builder.AddRow(Sum((y, 1)), 1.2, 1.8)),
            new() { Integralities = [y] },
            new() { Bounds = [x] },
        ];
        var report = InfeasibilitySearch.Find(builder.Build(), [.. groups], [2, 3, 1, 0, 4, 5], new HashSet<int> { 4, 5 }, Series);
        report.IsComplete.Should().BeTrue();
        report.Sets.Select(set => string.Join(' ', set.Groups)).Should().BeEquivalentTo(["0 1", "3 4"]);
        report.Sets.Should().OnlyContain(set => set.IsIrreducible);
    }

    [Fact]
    public void Groups_that_must_stay_are_the_one_set_where_they_contradict_each_other()
    {
        var builder = new ModelBuilder();
        var x = builder.AddVariable("x");
        List<ConstraintGroup> groups =
            [Group(builder.AddRow(Sum((x, 1)), 5, null)), Group(builder.AddRow(Sum((x, 1)), null, 3)), Group(builder.AddRow(Sum((x, 1)), null, 2))];
        var report = InfeasibilitySearch.Find(builder.Build(), [.. groups], [0, 1, 2], new HashSet<int> { 0, 2 }, Series);
        report.Sets.Should().ContainSingle().Which.Groups.Should().Equal(0, 2);
        report.IsComplete.Should().BeFalse();
    }

    [Fact]
    public void Growths_hold_no_more_variables_than_they_need()
    {
        var builder = new ModelBuilder();
        var (x, y, z) = (builder.AddVariable("x"), builder.AddVariable("y"), builder.AddVariable("z", lower: null));
        builder.AddRow(Sum((x, 1), (y, -2)), null, 4);
        builder.SetObjective(ObjectiveSense.Maximize, Sum((x, 3), (y, -1), (z, -1)));
        var growths = UnboundedSearch.Find(builder.Build(), Series);
        growths.Select(growth => string.Join(' ', growth.Variables.Select(variable => variable.Index))).Should().BeEquivalentTo(["2", "0 1"]);
        growths.Single(growth => growth.Variables.Length == 1).Rates.Should().Equal(-1);
    }

    [Fact]
    public void Prices_differ_on_the_two_sides_of_a_kink()
    {
        var builder = new ModelBuilder();
        var (x, y) = (builder.AddVariable("x", upper: 10), builder.AddVariable("y"));
        var row = builder.AddRow(Sum((x, 1), (y, 1)), null, 10);
        builder.SetObjective(ObjectiveSense.Maximize, Sum((x, 3), (y, 1)));
        var model = builder.Build();
        using var session = OrToolsSolvers.Glop.Open(model).Value;
        var prices = LimitPricing.Of(session, model.Rows[row.Index], LimitSide.Upper)!;
        prices.Up!.Price.Should().BeApproximately(1, 1e-9);
        prices.Up.Until.Should().BeNull();
        prices.Down!.Price.Should().BeApproximately(3, 1e-9);
        prices.Down.Until.Should().BeApproximately(0, 1e-4);
        prices.Down.IsEnd.Should().BeTrue();
        session.Solve().Primal!.ObjectiveValue.Should().BeApproximately(30, 1e-9, "the session is left as it was");
    }

    [Fact]
    public void Other_solutions_are_the_best_ones_a_step_apart()
    {
        var builder = new ModelBuilder();
        var (x, y) = (builder.AddVariable("x", VariableKind.Integer), builder.AddVariable("y", VariableKind.Integer));
        builder.AddRow(Sum((x, 2), (y, 2)), null, 7);
        builder.SetObjective(ObjectiveSense.Maximize, Sum((x, 10), (y, 9)));
        var model = builder.Build();
        var best = OrToolsSolvers.Automatic.Solve(model).Value.Primal!;
        var options = new AlternativeOptions { Watched = [x, y], Steps = [1, 1], Tolerance = 0.1 };
        AlternativeSearch.Find(model, best, options, Series).Select(solution => solution.ObjectiveValue).Should().Equal(29, 28, 27);
    }

    [Fact]
    public void A_series_that_is_over_tells_nothing()
    {
        var builder = new ModelBuilder();
        builder.AddVariable("x", lower: 0, upper: 1);
        var series = new SolveSeries(OrToolsSolvers.Automatic, new SolveOptions { TimeLimit = TimeSpan.FromTicks(1) });
        series.IsFeasible(builder.Build()).Should().BeNull();
        series.IsOver.Should().BeTrue();
    }

    private static ConstraintGroup Group(RowId row) => new() { Rows = [row] };

    private static LinearExpression Sum(params (VariableId Variable, double Coefficient)[] terms) =>
        LinearExpression.Of(terms.Select(term => new Term(term.Variable, term.Coefficient)));
}
