using System.Runtime.InteropServices;
using NlOpt.Policies.Tsddr.Networks;

namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>A decision rule as it stands in its file (docs/reference/policies.md).</summary>
internal sealed record DecisionRuleDocument
{
    public const string ExpectedKind = "nlopt-decision-rule";
    public const int ExpectedVersion = 1;

    public required string Kind { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required string Problem { get; init; }

    public required string Fingerprint { get; init; }

    public required string Network { get; init; }

    public required RuleFeatures Features { get; init; }

    public required FractionActivation Activation { get; init; }

    /// <summary>Null for strict targets.</summary>
    public TargetPenalty? Penalty { get; init; }

    /// <summary>What the target map of the problem was; for readers, it is not read back.</summary>
    public required string TargetMap { get; init; }

    /// <summary>The parameters as little-endian doubles in Base64: exact, and a third of the size of digits.</summary>
    public required string Parameters { get; init; }

    public static DecisionRuleDocument Of(string name, MultistageProblem problem, DecisionRule rule) => new()
    {
        Kind = ExpectedKind,
        Version = ExpectedVersion,
        Name = name,
        Problem = problem.Name,
        Fingerprint = ProblemFingerprint.Of(problem),
        Network = rule.Shape.ToString()!,
        Features = rule.Features,
        Activation = rule.Activation,
        Penalty = rule.Penalty,
        TargetMap = rule.Map.Describe(),
        Parameters = Convert.ToBase64String(MemoryMarshal.AsBytes(rule.Parameters.AsSpan())),
    };

    /// <summary>The rule, or what is wrong with the file.</summary>
    public Result<DecisionRule> ToRule(MultistageProblem problem)
    {
        if (Kind != ExpectedKind || Version != ExpectedVersion) return Broken($"it is no decision rule of version {ExpectedVersion}");
        if (string.IsNullOrWhiteSpace(Name)) return Broken("its name is blank");
        if (Fingerprint != ProblemFingerprint.Of(problem))
        {
            return Result.Failure<DecisionRule>(Diagnostic.Error(
                "policy.other-problem", $"it belongs to another problem ('{Problem}'), not to '{problem.Name}' as it is now", remedy: "name the case it was trained for, or train again"));
        }

        var shape = NetworkShape.Parse(Network);
        if (!shape.TryGetValue(out var network)) return Result.Failure<DecisionRule>(shape.Diagnostics);
        if (FeatureFault(problem) is { } fault) return Broken(fault);
        if (Penalty is { } penalty && !(penalty.Absolute >= 0 && penalty.Squared >= 0 && penalty.Absolute + penalty.Squared > 0)) return Broken("the penalty makes no sense");
        ITargetMap? map = Penalty is null ? problem.TargetMap : new StateBoxMap(problem);
        if (map is null) return Broken("its targets are strict, but the problem has no target map");
        var bytes = new byte[Parameters.Length];
        if (!Convert.TryFromBase64String(Parameters, bytes, out var length) || length % sizeof(double) != 0) return Broken("its parameters are not Base64 of doubles");
        var rule = new DecisionRule(network, [.. MemoryMarshal.Cast<byte, double>(bytes.AsSpan(0, length))], Features, Activation, map, Penalty);
        if (rule.Parameters.Length != rule.Network.ParameterCount) return Broken($"it has {rule.Parameters.Length} parameters, its network {rule.Network.ParameterCount}");
        return rule.Parameters.All(double.IsFinite) ? Result.Success(rule) : Broken("a parameter is not finite");
    }

    private string? FeatureFault(MultistageProblem problem) =>
        Features.NoiseScale.IsDefault || Features.StateScale.IsDefault || Features.EndLengths.IsDefault
            || Features.NoiseScale.Length != problem.Noises[0].Dimension || Features.StateScale.Length != problem.State.Length
            || Features.StageCount != problem.StageCount ? "its features do not fit the problem"
        : Features.NoiseScale.Concat(Features.StateScale).Concat(Features.EndLengths).All(scale => scale > 0 && double.IsFinite(scale))
            && Features.SeasonLength >= 1 && Features.Harmonics is >= 0 and <= 64 && Activation is { Stretch: >= 0 and < 1e3, Leak: >= 0 and <= 1 } ? null
        : "its features or its activation make no sense";

    private static Result<DecisionRule> Broken(string what) => Result.Failure<DecisionRule>(
        Diagnostic.Error("policy.file-broken", "the file holds no usable decision rule: " + what, remedy: "restore the file, or train again"));
}
