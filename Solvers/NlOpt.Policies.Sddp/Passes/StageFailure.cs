using System.Globalization;

namespace NlOpt.Policies.Sddp.Passes;

/// <summary>A stage that could not be solved, or whose cost shows that the problem is wrong about its least cost.</summary>
/// <param name="Stage">Which stage, counted from 0.</param>
/// <param name="Outcome">Which outcome of its noise, counted from 0.</param>
/// <param name="Incoming">The state it started from.</param>
/// <param name="Solve">What came out.</param>
internal sealed record StageFailure(int Stage, int Outcome, ImmutableArray<double> Incoming, StageOutcome Solve)
{
    /// <summary>True when the stage was solved, at a cost below what the problem says no stage can cost: its bounds would be wrong.</summary>
    public bool BreaksLowerBound { get; init; }

    /// <summary>True when the problem itself is at fault, so that other paths would end the same way.</summary>
    public bool IsOfProblem => BreaksLowerBound || Solve.Termination is TerminationReason.Infeasible or TerminationReason.Unbounded;

    public Diagnostic Describe(MultistageProblem problem)
    {
        if (BreaksLowerBound)
        {
            return Diagnostic.Error(
                "sddp.wrong-lower-bound",
                string.Create(CultureInfo.InvariantCulture, $"stage {Stage + 1} of '{problem.Name}' costs {Solve.Cost:G6}, less than the {problem.StageCostLowerBound:G6} that no stage is said to cost less than"),
                new DiagnosticLocation(Source: problem.Name),
                "set StageCostLowerBound to a cost that lies below that of every stage");
        }

        var state = string.Join(", ", problem.State.Zip(
            Incoming, (variable, value) => string.Create(CultureInfo.InvariantCulture, $"{variable.Name} = {value:G6}")));
        var ending = Solve.Termination.ToString().ToLowerInvariant() + (Solve.Detail is { } detail ? $": {detail}" : "");
        return Diagnostic.Error(
            "sddp.stage-unsolved",
            $"stage {Stage + 1} of '{problem.Name}' with outcome {Outcome + 1} of its noise cannot be solved from {state} ({ending})",
            new DiagnosticLocation(Source: problem.Name),
            IsOfProblem ? "every stage must have a plan of finite cost from every state that earlier stages can reach: add slack at a price" : null);
    }
}
