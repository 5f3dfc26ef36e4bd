using NlOpt.Datasets;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Evaluation.Classification;

/// <summary>Runs the classifier of paragraphs on classified ones. It sees the text only.</summary>
public static class ClassificationRun
{
    /// <summary>Measures a classifier.</summary>
    /// <param name="sentences">The paragraphs with their classes.</param>
    /// <param name="classifier">The classifier.</param>
    public static ClassificationReport Execute(ClassifiedSentences sentences, ParagraphClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(classifier);
        return new ClassificationReport(sentences.Name, sentences.Sha256, [.. sentences.Sentences.Select(Classify)]);

        ClassifiedItem Classify(ClassifiedSentence sentence)
        {
            Template? template = null;
            var hasStatement = false;
            if (classifier.Classify(sentence.Text).TryGetValue(out var reading)) (template, hasStatement) = (reading.Template,
                reading.Statement is not null);
            return new ClassifiedItem(sentence.Line, sentence.PaperClass, template, hasStatement);
        }
    }
}
