namespace NlOpt.Policies.Tsddr.Library;

/// <summary>A source of stage costs for one thread.</summary>
internal interface IStageCostSession : IDisposable
{
    /// <summary>Evaluates f and its gradient at some points of one stage.</summary>
    /// <param name="stage">Which stage.</param>
    /// <param name="points">[count x parametric rows].</param>
    /// <param name="costs">Takes f, one a point; NaN where the solve failed.</param>
    /// <param name="gradients">Takes d f / d p, [count x parametric rows]; 0 where the solve failed.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    void Evaluate(int stage, ReadOnlySpan<double> points, Span<double> costs, Span<double> gradients, CancellationToken cancellationToken);
}
