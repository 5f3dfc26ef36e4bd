using NlOpt.Dialogue.Conversation;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>
/// Reads what a client and another agent said: the conversation is told in several ways, each is read, and what most of them agree on is taken, a
/// reading counting by how sure it is.
/// </summary>
/// <param name="formulator">Reads a text.</param>
public sealed class ConversationReader(IFormulator formulator)
{
    /// <summary>What a reading of no certainty at all counts.</summary>
    private const double LeastWeight = 0.05;

    private readonly IFormulator _formulator = formulator ?? throw new ArgumentNullException(nameof(formulator));

    /// <summary>The telling whose reading is to be taken; read alone it gives just that reading.</summary>
    /// <param name="turns">The turns; a summary to be read is told by its kind.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Its text; empty where nothing was said. Where none can be read, the first one.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public string Choose(IReadOnlyList<Turn> turns, CancellationToken cancellationToken = default)
    {
        var tellings = ConversationText.Tellings(turns);
        var groups = new Dictionary<string, (string Text, double Weight)>(StringComparer.Ordinal);
        foreach (var telling in tellings.Distinct())
        {
            if (telling.Length == 0 || !Read(telling, cancellationToken).TryGetValue(out var reading)) continue;
            if (ModelIdentity.Of(reading.Best) is not { } identity) continue;
            var weight = (reading.Best.Probability + LeastWeight) * (reading.Best.Probability + LeastWeight);
            groups[identity] = groups.TryGetValue(identity, out var known) ? known with { Weight = known.Weight + weight } : (telling, weight);
        }

        return groups.Count == 0 ? tellings[0] : groups.Values.MaxBy(group => group.Weight).Text;
    }

    private Result<Reading> Read(string text, CancellationToken cancellationToken) => _formulator.Formulate(Source.Of(text), cancellationToken);
}
