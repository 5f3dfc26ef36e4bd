using NlOpt.Policies.Tsddr.Networks;

namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>A decision rule at work on one scenario; keeps the memory of recurrent networks. For one thread at a time.</summary>
internal sealed class DecisionRuleSession : ITargetRuleSession
{
    private readonly DecisionRule _rule;
    private readonly INetworkTape _tape;
    private readonly double[] _fraction;

    public DecisionRuleSession(DecisionRule rule)
    {
        _rule = rule;
        _tape = rule.Network.Open(1, rule.Features.StageCount);
        _fraction = new double[rule.Network.OutputSize];
    }

    public void Target(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, Span<double> target)
    {
        _rule.Features.Fill(stage, noise, incoming, _tape.Input(stage));
        _tape.Forward(_rule.Parameters.AsSpan(), stage);
        var output = _tape.Output(stage);
        for (var index = 0; index < _fraction.Length; index++) _fraction[index] = _rule.Activation.Fraction(output[index], out _);
        _rule.Map.Map(stage, incoming, noise, _fraction, target);
    }

    public void Dispose()
    {
        // The tape is managed memory.
    }
}
