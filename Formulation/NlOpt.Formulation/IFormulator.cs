using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>Turns words into a formulation. Engines: the embedded reader, language-model agents.</summary>
public interface IFormulator
{
    /// <summary>Reads a source.</summary>
    /// <param name="source">The words; untrusted.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>
    /// The readings; or errors: <c>read.*</c> codes for input that is no readable text or not this kind of problem. A formulation is never
    /// made up for text that cannot be read.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default);
}
