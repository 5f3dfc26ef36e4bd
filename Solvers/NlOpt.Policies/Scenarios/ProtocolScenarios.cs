using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NlOpt.Policies.Scenarios;

/// <summary>
/// The frozen scenarios on which policies are compared: 500 columns drawn by the published generator, a multiplicative congruential one of
/// 128 bits. For the Bolivian case they are the published 126 x 500 matrix; any other problem gets its own by the same rule.
/// </summary>
public static class ProtocolScenarios
{
    /// <summary>Number of scenarios, called columns where they were published.</summary>
    public const int Count = 500;

    private const ulong Seed = 20260706;
    private static readonly UInt128 Multiplier = new(0x45a31efc5a35d971, 0x261fd0407a968add);

    /// <summary>The ten columns of the published short comparison, counted from 1.</summary>
    public static ImmutableArray<int> PanelColumns { get; } = [2, 39, 81, 119, 130, 156, 200, 206, 378, 493];

    /// <summary>Draws the scenarios, column after column and stage after stage.</summary>
    /// <param name="problem">Its outcomes must be equally likely, as the protocol draws them so.</param>
    /// <returns>The set named <c>protocol</c>; or <c>policy.protocol</c>.</returns>
    public static Result<ScenarioSet> Of(MultistageProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Draw(problem) is { } columns ? Result.Success(ScenarioSet.Of("protocol", problem, columns)) : Unequal(problem);
    }

    /// <summary>The scenarios of <see cref="PanelColumns"/> alone, in that order.</summary>
    /// <param name="problem">Its outcomes must be equally likely.</param>
    /// <returns>The set named <c>protocol panel</c>; or <c>policy.protocol</c>.</returns>
    public static Result<ScenarioSet> Panel(MultistageProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Draw(problem) is { } columns
            ? Result.Success(ScenarioSet.Of("protocol panel", problem, [.. PanelColumns.Select(column => columns[column - 1])]))
            : Unequal(problem);
    }

    /// <summary>The published checksum: SHA-256 of the outcomes counted from 1, scenario by scenario, joined by commas.</summary>
    /// <returns>Lower-case hexadecimal; the Bolivian matrix has one that begins with ff229968.</returns>
    public static string MatrixSha256(ScenarioSet scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var text = new StringBuilder();
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
            for (var stage = 0; stage < scenarios.StageCount; stage++)
                text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{scenarios.Outcome(scenario, stage) + 1}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())));
    }

    private static int[][]? Draw(MultistageProblem problem)
    {
        if (problem.Noises.Any(noise => noise.Probabilities.Any(probability => probability != noise.Probabilities[0]))) return null;
        UInt128 state = (Seed << 1) | 1;
        var columns = new int[Count][];
        for (var column = 0; column < Count; column++)
        {
            columns[column] = new int[problem.StageCount];
            for (var stage = 0; stage < problem.StageCount; stage++) columns[column][stage] = Next(ref state, problem.NoiseAt(stage).Count);
        }

        return columns;
    }

    /// <summary>As many bits of the upper half as the largest outcome needs, drawn again while they say more than that.</summary>
    private static int Next(ref UInt128 state, int count)
    {
        var mask = (1UL << (32 - int.LeadingZeroCount(count - 1))) - 1;
        while (true)
        {
            state = unchecked(state * Multiplier);
            var drawn = (ulong)(state >> 64) & mask;
            if (drawn < (ulong)count) return (int)drawn;
        }
    }

    private static Result<ScenarioSet> Unequal(MultistageProblem problem) => Result.Failure<ScenarioSet>(Diagnostic.Error(
        "policy.protocol",
        $"the outcomes of '{problem.Name}' are not equally likely, but the protocol draws them so",
        remedy: "simulate with a seed instead"));
}
