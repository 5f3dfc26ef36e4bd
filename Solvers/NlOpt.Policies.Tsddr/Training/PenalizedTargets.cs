using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>How to train with targets that may be missed at a price (the paper).</summary>
public sealed record PenalizedTargets
{
    /// <summary>The penalty; null for L1 with the largest objective coefficient of the problem.</summary>
    /// <value>Null.</value>
    public TargetPenalty? Penalty { get; init; }

    /// <summary>Stages solved together, at least 1 (multiple shooting); null for the whole horizon.</summary>
    /// <value>Null.</value>
    public int? WindowLength
    {
        get;
        init
        {
            if (value is { } length) ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, nameof(WindowLength));
            field = value;
        }
    }

    /// <summary>What the penalty is multiplied by in consecutive shares of the training; the shares add up to 1, the factors are above 0.</summary>
    /// <value>The paper's: 0.1, 1, 10 and 30 over 2, 2, 4 and 16 of 24 parts.</value>
    public ImmutableArray<(double Share, double Factor)> Annealing
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty || Math.Abs(value.Sum(part => part.Share) - 1) > 1e-9 || value.Any(part => !(part.Factor > 0)))
                throw new ArgumentException("The shares add up to 1 and the factors are above 0.", nameof(Annealing));
            field = value;
        }
    } = [(2 / 24.0, 0.1), (2 / 24.0, 1), (4 / 24.0, 10), (16 / 24.0, 30)];

    /// <summary>The factor at a point of the training.</summary>
    /// <param name="progress">Share of the training done, in [0, 1].</param>
    public double FactorAt(double progress)
    {
        foreach (var (share, factor) in Annealing)
        {
            if (progress < share) return factor;
            progress -= share;
        }

        return Annealing[^1].Factor;
    }

    internal string Describe() => $"{Penalty} window {WindowLength} annealing {string.Join(" ", Annealing)}";
}
