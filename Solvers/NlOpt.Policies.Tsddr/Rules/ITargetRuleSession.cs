namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>A rule at work on one scenario; keeps the memory of recurrent networks. For one thread at a time.</summary>
public interface ITargetRuleSession : IDisposable
{
    /// <summary>Computes the target of a stage; the stages of a scenario come in order from 0, which starts a new scenario.</summary>
    /// <param name="stage">Which stage.</param>
    /// <param name="incoming">Incoming state, as the rule knows it: the previous target.</param>
    /// <param name="noise">Noise of the stage.</param>
    /// <param name="target">Takes one number a state variable.</param>
    void Target(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, Span<double> target);
}
