using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Conformance.Solvers;

public abstract partial class SolverConformance
{
    [SkippableFact]
    public void Contradicting_rows_are_infeasible()
    {
        var draft = new ModelDraft().Variable(1, 0, 50, AnyKind).Variable(1, 0, 50, AnyKind).Row(12, null, (0, 1), (1, 1)).Row(null, 7, (0, 1), (1, 1));
        ShouldBeInfeasible(draft);
        ShouldBeInfeasible(draft.Maximize());
    }

    [SkippableFact]
    public void Infeasible_with_a_zero_objective() =>
        ShouldBeInfeasible(new ModelDraft().Variable(0, 0, 9, AnyKind).Row(5, null, (0, 1)).Row(null, 3, (0, 1)));

    [SkippableFact]
    public void Infeasible_model_with_an_improving_direction_is_infeasible()
    {
        NeedsUnboundedDomains();
        ShouldBeInfeasible(new ModelDraft().Variable(1, kind: AnyKind).Variable(1, 0, 1, AnyKind).Row(5, null, (1, 1)).Maximize());
    }

    [SkippableFact]
    public void Contradicting_equalities_are_infeasible()
    {
        NeedsContinuous();
        ShouldBeInfeasible(new ModelDraft().Variable(1, null).Variable(-1, null).Row(1, 1, (0, 1), (1, 1)).Row(3, 3, (0, 2), (1, 2)));
    }

    [SkippableFact]
    public void Infeasible_only_because_of_wholeness()
    {
        NeedsInteger();
        ShouldBeInfeasible(new ModelDraft().Variable(1, 0, 40, VariableKind.Integer).Variable(1, 0, 40, VariableKind.Integer).Row(7, 7, (0, 2), (1, 4)));
    }

    [SkippableFact]
    public void No_whole_number_within_bounds_is_infeasible()
    {
        NeedsInteger();
        ShouldBeInfeasible(new ModelDraft().Variable(1, 0.2, 0.8, VariableKind.Integer));
    }

    [SkippableFact]
    public void Linear_program_without_limit_is_unbounded()
    {
        NeedsContinuous();
        ShouldBeUnbounded(new ModelDraft().Variable(1).Variable(1).Row(null, 3, (0, 1), (1, -1)).Row(1, null, (0, 1)).Maximize());
        ShouldBeUnbounded(new ModelDraft().Variable(1, null).Variable(0, 0, 4).Row(null, 8, (0, 1), (1, 1)));
    }

    [SkippableFact]
    public void Unbounded_without_rows()
    {
        NeedsUnboundedDomains();
        ShouldBeUnbounded(new ModelDraft().Variable(2, kind: AnyKind).Maximize());
        ShouldBeUnbounded(new ModelDraft().Variable(2, null, 3, AnyKind));
    }

    [SkippableFact]
    public void Integer_program_without_limit_is_unbounded()
    {
        NeedsInteger();
        NeedsUnboundedDomains();
        ShouldBeUnbounded(
            new ModelDraft().Variable(3, kind: VariableKind.Integer).Variable(1, kind: VariableKind.Integer).Row(null, 5, (0, 1), (1, -2)).Maximize());
    }

    [SkippableFact]
    public void Mixed_program_without_limit_is_unbounded()
    {
        NeedsInteger();
        NeedsContinuous();
        ShouldBeUnbounded(
            new ModelDraft().Variable(-1).Variable(4, kind: VariableKind.Binary).Variable(0, kind: VariableKind.Integer)
                .Row(null, 0, (0, 1), (2, -3)).Row(1, null, (1, 1), (2, 1)));
    }

    [SkippableFact]
    public void Domains_without_end_are_refused_by_engines_that_say_so()
    {
        Skip.If(Solver.Capabilities.UnboundedDomains, $"{Solver.Name} takes domains without end");
        Solver.Open(new ModelDraft().Variable(1, kind: VariableKind.Integer).Maximize().Build())
            .Diagnostics.Should().ContainSingle().Which.Code.Should().Be("solve.unsupported");
    }

    private void ShouldBeInfeasible(ModelDraft draft)
    {
        var result = Solve(draft);
        result.Termination.Should().Be(TerminationReason.Infeasible, result.Detail);
        result.Primal.Should().BeNull();
        result.Dual.Should().BeNull();
        result.PrimalRay.Should().BeNull();
    }

    private void ShouldBeUnbounded(ModelDraft draft)
    {
        var result = Solve(draft);
        result.Termination.Should().Be(TerminationReason.Unbounded, result.Detail);
        result.Primal.Should().BeNull();
        result.DualBound.Should().BeNull();
        var ray = result.PrimalRay!.Value;
        ray.Should().HaveCount(draft.Columns.Count);
        var gain = ray.Select((entry, index) => entry * draft.Columns[index].Cost).Sum();
        (draft.Sense == ObjectiveSense.Maximize ? gain : -gain).Should().BePositive("the objective improves along the ray");
        for (var index = 0; index < ray.Length; index++)
        {
            if (draft.Columns[index].Lower is not null) ray[index].Should().BeGreaterThanOrEqualTo(-Tolerance);
            if (draft.Columns[index].Upper is not null) ray[index].Should().BeLessThanOrEqualTo(Tolerance);
        }

        foreach (var line in draft.Lines)
        {
            var change = line.Terms.Sum(term => term.Coefficient * ray[term.Column]);
            if (line.Lower is not null) change.Should().BeGreaterThanOrEqualTo(-Tolerance);
            if (line.Upper is not null) change.Should().BeLessThanOrEqualTo(Tolerance);
        }
    }
}
