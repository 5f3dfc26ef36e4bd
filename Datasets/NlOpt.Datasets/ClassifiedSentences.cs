using System.Collections.Immutable;

namespace NlOpt.Datasets;

/// <summary>Classified paragraphs of one file.</summary>
/// <param name="Name">Name of the file without its extension.</param>
/// <param name="Sentences">The paragraphs, in the order of the file; at least one.</param>
/// <param name="Sha256">Checksum of the file, 64 lower-case hexadecimal digits.</param>
public sealed record ClassifiedSentences(string Name, ImmutableArray<ClassifiedSentence> Sentences, string Sha256);
