//! The table of a sweep in Parquet: five columns of words, five of numbers that may be missing, one of words.

use std::sync::Arc;

use headwater::error::Faults;
use parquet::basic::{Compression, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use crate::sweep::{Cells, HEADER, Pair, cells};

/// Columns of words before those of numbers, and where the numbers end.
const WORDS: usize = 5;
const NUMBERS_END: usize = HEADER.len() - 1;

/// The file's bytes.
pub fn bytes(pairs: &[Pair], scenarios: &[(String, String)]) -> Result<Vec<u8>, Faults> {
    write(pairs, scenarios).map_err(|error| Faults::one("parquet", "", format!("could not be written: {error}")))
}

fn write(pairs: &[Pair], scenarios: &[(String, String)]) -> Result<Vec<u8>, ParquetError> {
    let rows: Vec<Cells<'_>> =
        pairs.iter().flat_map(|pair| pair.rows.iter().map(move |row| cells(pair, row, scenarios))).collect();
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("headwater {}", env!("CARGO_PKG_VERSION")))
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema()?, Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    let mut index = 0;
    while let Some(mut column) = group.next_column()? {
        if is_words(index) {
            let word = |(words, _, own): &Cells<'_>| ByteArray::from(*words.get(index).unwrap_or(own));
            let values: Vec<ByteArray> = rows.iter().map(word).collect();
            column.typed::<ByteArrayType>().write_batch(&values, None, None)?;
        } else {
            let cell = |(_, numbers, _): &Cells<'_>| numbers[index - WORDS];
            let there: Vec<i16> = rows.iter().map(|row| i16::from(cell(row).is_some())).collect();
            let values: Vec<f64> = rows.iter().filter_map(cell).collect();
            column.typed::<DoubleType>().write_batch(&values, Some(&there), None)?;
        }
        column.close()?;
        index += 1;
    }
    group.close()?;
    writer.into_inner()
}

fn is_words(index: usize) -> bool {
    !(WORDS..NUMBERS_END).contains(&index)
}

fn schema() -> Result<Arc<Type>, ParquetError> {
    let field = |(index, name): (usize, &&str)| {
        let builder = if is_words(index) {
            Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(parquet::basic::LogicalType::String))
        } else {
            Type::primitive_type_builder(name, Physical::DOUBLE).with_repetition(Repetition::OPTIONAL)
        };
        builder.build().map(Arc::new)
    };
    let fields = HEADER.iter().enumerate().map(field).collect::<Result<Vec<_>, _>>()?;
    Type::group_type_builder("sweep").with_fields(fields).build().map(Arc::new)
}
